package jp.tsunagu.scheduler.agenda;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.id.AgencyId;

/** Where agencies of this sitting sit in other meetings at the same time. */
final class Conflicts {

  private static final Comparator<BusyTime> ORDER =
      comparing(BusyTime::from).thenComparing(BusyTime::meeting).thenComparing(BusyTime::until);

  private final Map<AgencyId, List<BusyTime>> busy = new HashMap<>();

  Conflicts(List<BusyTime> times, Sitting sitting) {
    times.stream()
        .filter(time -> !sitting.has(time.meeting()))
        .filter(time -> time.overlaps(sitting.startsAt(), sitting.endsAt()))
        .sorted(ORDER)
        .distinct()
        .forEach(time -> busy.computeIfAbsent(time.agency(), _ -> new ArrayList<>()).add(time));
  }

  int count(List<Slot> slots) {
    return busy.isEmpty() ? 0 : slots.stream().mapToInt(this::count).sum();
  }

  int count(Slot slot) {
    int found = 0;
    for (AgencyId agency : slot.entry().attending()) {
      for (BusyTime time : busy.getOrDefault(agency, List.of())) {
        found += time.overlaps(slot.start(), slot.end()) ? 1 : 0;
      }
    }
    return found;
  }

  /** In the order of slots, agencies and times. */
  List<Conflict> of(List<Slot> slots) {
    List<Conflict> conflicts = new ArrayList<>();
    for (Slot slot : slots) {
      for (AgencyId agency : slot.entry().attending()) {
        busy.getOrDefault(agency, List.of()).stream()
            .filter(time -> time.overlaps(slot.start(), slot.end()))
            .forEach(time -> conflicts.add(conflict(slot, time)));
      }
    }
    return conflicts;
  }

  private static Conflict conflict(Slot slot, BusyTime time) {
    Candidate candidate = slot.entry().candidate();
    return new Conflict(
        time.agency(),
        candidate.caseId(),
        candidate.requestId(),
        slot.entry().lane().meetingId(),
        time.meeting(),
        later(slot.start(), time.from()),
        later(slot.end(), time.until()).equals(slot.end()) ? time.until() : slot.end());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
