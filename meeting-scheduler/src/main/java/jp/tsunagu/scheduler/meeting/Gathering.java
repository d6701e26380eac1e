package jp.tsunagu.scheduler.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Consultation;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MeetingItem.ItemStage;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingEvent.RequestPlaced;
import jp.tsunagu.scheduler.agenda.BusyTime;
import jp.tsunagu.scheduler.agenda.Candidate;
import jp.tsunagu.scheduler.agenda.HandPlacement;
import jp.tsunagu.scheduler.agenda.Route;
import jp.tsunagu.scheduler.agenda.Routing;
import jp.tsunagu.scheduler.agenda.RoutingQuestion;
import jp.tsunagu.scheduler.meeting.Meeting.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Which items come into question for a group of meetings, and what is known about them.
 *
 * @param asOf what was recorded later is not looked at
 */
record Gathering(Workbench bench, Group group, Instant asOf) {

  /** Calendar days within which an existing body must meet, else 多機関協働 holds its own [ours]. */
  static final int IN_TIME_DAYS = 31;

  private static final String CALLED_FOR = "called";

  List<Candidate> candidates() {
    Routing routing = routing();
    List<Candidate> candidates = new ArrayList<>();
    for (CaseHistory history : bench.known().cases().values()) {
      CaseState state = history.asOf(asOf);
      for (MeetingItem item : state.meetings()) {
        ItemRef ref = new ItemRef(state.caseId(), item.requestId());
        if (comesIntoQuestion(state, item, ref, routing)) {
          candidates.add(candidate(state, item, ref));
        }
      }
    }
    return candidates;
  }

  private Routing routing() {
    Map<BodyId, LocalDate> next = new HashMap<>(bench.city().nextMeetings(asOf, bench.meetings()));
    group.meetings().forEach(meeting -> next.put(meeting.id().body(), group.date()));
    return new Routing(bench.city().bodies(), next, IN_TIME_DAYS);
  }

  private boolean comesIntoQuestion(
      CaseState state, MeetingItem item, ItemRef ref, Routing routing) {
    if (item.stage() != ItemStage.OPEN || isElsewhere(ref) || isTakenOff(ref)) {
      return false;
    }
    return entryHere(ref).isPresent()
        || byHand(ref) != null
        || admitted(ref) != null
        || (!group.hasCarried(ref) && isRoutedHere(state, item, routing));
  }

  /** On a published agenda of another meeting, earlier in a draft, or put there by hand. */
  private boolean isElsewhere(ItemRef ref) {
    return bench.meetings().all().stream()
        .filter(meeting -> !group.has(meeting.id()) && meeting.stage() != Stage.CANCELLED)
        .anyMatch(meeting -> claims(meeting, ref));
  }

  private boolean claims(Meeting meeting, ItemRef ref) {
    boolean called = !meeting.isOver() && meeting.revision() == 0;
    return switch (meeting.stage()) {
      case PUBLISHED, HELD -> meeting.entry(ref).isPresent();
      case DRAFTED ->
          meeting.desk().byHand().containsKey(ref)
              || (meeting.entry(ref).isPresent() && isUpcomingBefore(meeting));
      case OPEN, NOTHING_ASKED ->
          called
              && (meeting.desk().byHand().containsKey(ref)
                  || meeting.desk().calledFor().contains(ref));
      case CANCELLED -> false;
    };
  }

  private boolean isUpcomingBefore(Meeting meeting) {
    Instant startsAt = meeting.startsAt();
    return startsAt != null && startsAt.isAfter(bench.now()) && startsAt.isBefore(group.startsAt());
  }

  private boolean isTakenOff(ItemRef ref) {
    return group.meetings().stream().anyMatch(meeting -> meeting.desk().takenOff().contains(ref));
  }

  private Optional<AgendaEntry> entryHere(ItemRef ref) {
    return group.meetings().stream()
        .filter(Meeting::isPublished)
        .flatMap(meeting -> meeting.entry(ref).stream())
        .findFirst();
  }

  private @Nullable HandPlacement byHand(ItemRef ref) {
    for (Meeting meeting : group.meetings()) {
      RequestPlaced placed = meeting.desk().byHand().get(ref);
      if (placed != null) {
        return new HandPlacement(meeting.id(), placed.position(), placed.reason());
      }
      if (meeting.desk().calledFor().contains(ref)) {
        return new HandPlacement(meeting.id(), null, CALLED_FOR);
      }
    }
    return null;
  }

  private @Nullable String admitted(ItemRef ref) {
    return group.meetings().stream()
        .flatMap(meeting -> Optional.ofNullable(meeting.desk().admitted().get(ref)).stream())
        .findFirst()
        .orElse(null);
  }

  private boolean isRoutedHere(CaseState state, MeetingItem item, Routing routing) {
    Route route =
        routing.route(
            new RoutingQuestion(
                item, fields(state), state.invitedTo(item), TokyoTime.dateOf(asOf)));
    return switch (route) {
      case Route.ToBody to -> isRegularOf(to.body());
      case Route.OwnMeeting _, Route.AtOnce _, Route.Nowhere _ -> false;
    };
  }

  private boolean isRegularOf(BodyId body) {
    return group.meetings().stream()
        .anyMatch(
            meeting ->
                meeting.session() == SessionKind.REGULAR && meeting.id().body().equals(body));
  }

  static Set<Field> fields(CaseState state) {
    Consultation consultation = state.consultation();
    return consultation == null ? Set.of() : consultation.fields();
  }

  private Candidate candidate(CaseState state, MeetingItem item, ItemRef ref) {
    return Candidate.of(
            state.caseId(), asPlacedHere(item, ref), new Uninvited(bench).invited(state, ref, item))
        .carried(timesCarried(ref))
        .decidedOn(lastDecided(ref))
        .admittedLate(admitted(ref))
        .placedByHand(byHand(ref));
  }

  /** What the desk published counts, not how far the ledger has come in telling it. */
  private MeetingItem asPlacedHere(MeetingItem item, ItemRef ref) {
    return group.meetings().stream()
        .filter(Meeting::isPublished)
        .filter(meeting -> meeting.entry(ref).isPresent())
        .findFirst()
        .map(meeting -> Places.item(item, Places.of(meeting, meeting.entry(ref).orElseThrow())))
        .orElseGet(() -> Places.item(item, null));
  }

  private int timesCarried(ItemRef ref) {
    return (int)
        bench.meetings().all().stream()
            .filter(meeting -> !group.has(meeting.id()))
            .filter(meeting -> meeting.agenda().carried().containsKey(ref))
            .count();
  }

  private @Nullable LocalDate lastDecided(ItemRef ref) {
    return bench.meetings().all().stream()
        .filter(meeting -> meeting.held() != null)
        .filter(
            meeting ->
                meeting.outcome().settled().keySet().stream()
                    .anyMatch(settled -> settled.caseId().equals(ref.caseId())))
        .map(meeting -> TokyoTime.dateOf(Objects.requireNonNull(meeting.held()).heldAt()))
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  /** Where agencies sit in other meetings of that day. */
  List<BusyTime> busy() {
    List<BusyTime> busy = new ArrayList<>();
    for (Meeting meeting : bench.meetings().all()) {
      if (!group.has(meeting.id()) && meeting.isPublished()) {
        for (AgendaEntry entry : meeting.entries()) {
          if (TokyoTime.dateOf(entry.startsAt()).equals(group.date())) {
            entry.invited().stream()
                .sorted()
                .map(agency -> new BusyTime(agency, entry.startsAt(), entry.endsAt(), meeting.id()))
                .forEach(busy::add);
          }
        }
      }
    }
    return busy;
  }
}
