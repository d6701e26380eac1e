package jp.tsunagu.scheduler.agenda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.lifecycle.CarryReason;

/**
 * Builds agendas. The same knowledge gives the same agenda: on any machine, in any time zone, from
 * the candidates in any order.
 *
 * <p>Takes n log n for n candidates; the items that fit into one sitting are few and bounded by its
 * capacity.
 */
public final class Planner {

  private Planner() {}

  /**
   * The agenda of a sitting: who may be on it ({@link Eligibility}), who comes first ({@link
   * Priority}), who fits, and in which order they are heard ({@link Arrangement}). Candidates with
   * a place in this sitting keep it ({@link Revision}).
   */
  public static Agenda plan(PlanInput input) {
    Sitting sitting = input.sitting();
    List<Entry> admitted = new ArrayList<>();
    List<CarriedItem> carried = new ArrayList<>();
    List<RefusedItem> refused = new ArrayList<>();
    for (Candidate candidate : input.received().stream().sorted(Priority::byIds).toList()) {
      Optional<Verdict> objection = Eligibility.objection(candidate, sitting);
      switch (objection.orElse(null)) {
        case null -> admitted.add(Entry.of(candidate, sitting));
        case Verdict.Carry carry -> carried.add(Onward.carry(candidate, sitting, carry.reason()));
        case Verdict.Refuse refuse -> refused.add(refused(candidate, refuse.reason()));
      }
    }
    Conflicts conflicts = new Conflicts(input.busy(), sitting);
    Placement placement = place(admitted, input, conflicts);
    carried.addAll(overflowing(placement, sitting));
    return agenda(sitting, placement.slots(), carried, refused, conflicts);
  }

  private static RefusedItem refused(Candidate candidate, Refusal reason) {
    return new RefusedItem(candidate.caseId(), candidate.requestId(), reason);
  }

  private static Placement place(List<Entry> admitted, PlanInput input, Conflicts conflicts) {
    Timetable timetable = new Timetable(input.sitting(), input.breaks());
    List<Entry> byPriority = admitted.stream().sorted(Priority.ORDER).toList();
    return new Revision(timetable, conflicts).plan(byPriority);
  }

  private static List<CarriedItem> overflowing(Placement placement, Sitting sitting) {
    return placement.noRoom().stream()
        .map(entry -> Onward.carry(entry.candidate(), sitting, CarryReason.NO_ROOM))
        .toList();
  }

  private static Agenda agenda(
      Sitting sitting,
      List<Slot> slots,
      List<CarriedItem> carried,
      List<RefusedItem> refused,
      Conflicts conflicts) {
    return new Agenda(
        sitting.startsAt(),
        sitting.capacityMinutes(),
        sitting.lanes().stream().map(lane -> laneAgenda(lane, slots)).toList(),
        carried.stream().sorted(Planner::byIds).toList(),
        refused,
        conflicts.of(slots));
  }

  private static int byIds(CarriedItem one, CarriedItem other) {
    return Priority.byIds(one.caseId(), one.requestId(), other.caseId(), other.requestId());
  }

  private static LaneAgenda laneAgenda(Lane lane, List<Slot> slots) {
    List<PlacedItem> items = new ArrayList<>();
    for (Slot slot : slots) {
      if (slot.entry().lane().equals(lane)) {
        items.add(placed(slot, items.size() + 1));
      }
    }
    return new LaneAgenda(
        lane.meetingId(), lane.body(), lane.conference(), lane.organiser(), lane.session(), items);
  }

  private static PlacedItem placed(Slot slot, int position) {
    Candidate candidate = slot.entry().candidate();
    return new PlacedItem(
        new PlacedRequest(
            candidate.caseId(),
            candidate.requestId(),
            candidate.item().conference(),
            candidate.item().purpose(),
            candidate.item().requestedBy(),
            candidate.lastDecided()),
        slot.entry().lane().meetingId(),
        new DaySlot(position, slot.start(), candidate.item().wish().minutes()),
        List.copyOf(candidate.agencies()),
        candidate.admittedLate());
  }
}
