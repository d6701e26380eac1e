package jp.tsunagu.scheduler.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.AgendaWording;
import jp.tsunagu.contract.meeting.CarriedEntry;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingEvent.AgendaDrafted;
import jp.tsunagu.contract.meeting.MeetingEvent.AgendaIssued;
import jp.tsunagu.contract.meeting.MeetingEvent.MeetingCalled;
import jp.tsunagu.contract.meeting.MeetingEvent.NothingAsked;
import jp.tsunagu.contract.meeting.MeetingEvent.RequestsCarried;
import jp.tsunagu.scheduler.agenda.Agenda;
import jp.tsunagu.scheduler.agenda.BreakRule;
import jp.tsunagu.scheduler.agenda.CarriedItem;
import jp.tsunagu.scheduler.agenda.PlacedItem;
import jp.tsunagu.scheduler.agenda.PlanInput;
import jp.tsunagu.scheduler.agenda.Planner;
import jp.tsunagu.scheduler.body.DeskDecisions;
import jp.tsunagu.scheduler.body.MeetingDay;
import jp.tsunagu.scheduler.body.MeetingNames;
import jp.tsunagu.scheduler.meeting.Meeting.Stage;
import org.jspecify.annotations.Nullable;

/** Brings agendas up to what they should be: opened, drafted, published, published anew. */
record Agendas(Workbench bench) {

  /** Meetings of the calendar begin to exist when their requests close. */
  void open() {
    for (MeetingBody body : bench.city().bodies()) {
      DeskDecisions decisions = bench.city().decisions(body, bench.meetings());
      for (MeetingDay day : bench.city().around(body, bench.now(), decisions)) {
        open(body, day, decisions);
      }
    }
  }

  private void open(MeetingBody body, MeetingDay day, DeskDecisions decisions) {
    MeetingId id = MeetingNames.regular(body.bodyId(), day.ruleDay());
    if (bench.meeting(id).isPresent() || !(day instanceof MeetingDay.On on)) {
      return;
    }
    Optional<Instant> startsAt = bench.city().days(body).begins(on.date());
    boolean upcoming = startsAt.filter(start -> start.isAfter(bench.now())).isPresent();
    boolean closed =
        bench.city().closing(body, id, decisions).known().filter(bench::isPast).isPresent();
    if (upcoming && closed) {
      call(body, id, startsAt.orElse(null));
    }
  }

  /** A meeting of the calendar. */
  void call(MeetingBody body, MeetingId id, @Nullable Instant startsAt) {
    bench.happened(
        id,
        header ->
            new MeetingCalled(
                header,
                body.conference(),
                SessionKind.REGULAR,
                body.organiser(),
                startsAt,
                body.place().capacityMinutes(),
                List.of()));
  }

  /** Drafts and publishes, earliest meeting first. */
  void bringUpToDate() {
    for (Group group : Group.of(bench)) {
      if (group.isPublished()) {
        publish(group, bench.now());
      } else {
        publishing(group).ifPresentOrElse(at -> publish(group, at), () -> draft(group));
      }
    }
  }

  /** The moment the agenda of this group is made of, once everything until then is known. */
  Optional<Instant> publishing(Group group) {
    Instant latest = Instant.MIN;
    for (Meeting meeting : group.meetings()) {
      Optional<Instant> at = publishing(meeting);
      if (at.isEmpty()) {
        return Optional.empty();
      }
      latest = at.get().isAfter(latest) ? at.get() : latest;
    }
    return Optional.of(latest);
  }

  private Optional<Instant> publishing(Meeting meeting) {
    if (meeting.session() != SessionKind.REGULAR) {
      return Optional.of(bench.now());
    }
    MeetingBody body = bench.city().body(meeting.id().body()).orElseThrow();
    DeskDecisions decisions = bench.city().decisions(body, bench.meetings());
    return bench.city().publishing(body, meeting.id(), decisions).known().filter(bench::isPast);
  }

  private void draft(Group group) {
    List<Meeting> closed =
        group.meetings().stream()
            .filter(meeting -> meeting.stage() == Stage.OPEN && closingIfPast(meeting) != null)
            .toList();
    if (closed.isEmpty()) {
      return;
    }
    Instant closing = Objects.requireNonNull(closingIfPast(closed.getLast()));
    Agenda agenda = plan(bench, group, closing);
    for (Meeting meeting : closed) {
      List<AgendaEntry> entries = entries(agenda, meeting);
      List<CarriedEntry> carried = carried(agenda, meeting);
      bench.happened(meeting.id(), header -> new AgendaDrafted(header, closing, entries, carried));
    }
  }

  private @Nullable Instant closingIfPast(Meeting meeting) {
    MeetingBody body = bench.city().body(meeting.id().body()).orElseThrow();
    Instant closing =
        Group.closing(meeting, body, bench.city().decisions(body, bench.meetings()), bench.city());
    return closing != null && bench.isPast(closing) ? closing : null;
  }

  /** The agenda of this group, as far as was known at that moment. */
  static Agenda plan(Workbench bench, Group group, Instant asOf) {
    Gathering gathering = new Gathering(bench, group, asOf);
    return Planner.plan(
        new PlanInput(
            group.sitting(bench),
            gathering.candidates(),
            gathering.busy(),
            asOf,
            BreakRule.standard()));
  }

  /** Publishes it, or publishes it anew, and tells whoever is to be told. */
  void publish(Group group, Instant asOf) {
    Agenda agenda = plan(bench, group, asOf);
    Map<MeetingId, Meeting> before = new HashMap<>();
    group.meetings().forEach(meeting -> before.put(meeting.id(), meeting));
    group.meetings().forEach(meeting -> publish(meeting, agenda));
    Notices notices = new Notices(bench);
    for (Meeting meeting : group.meetings()) {
      notices.takeOff(meeting, after(meeting));
    }
    for (Meeting meeting : group.meetings()) {
      notices.putOn(meeting, after(meeting));
    }
    for (Meeting meeting : group.meetings()) {
      notices.send(meeting, after(meeting));
    }
  }

  private Meeting after(Meeting meeting) {
    return bench.meeting(meeting.id()).orElseThrow();
  }

  private void publish(Meeting meeting, Agenda agenda) {
    List<AgendaEntry> entries = entries(agenda, meeting);
    List<CarriedEntry> carried = newlyCarried(agenda, meeting);
    boolean first = !meeting.isPublished() && meeting.stage() != Stage.NOTHING_ASKED;
    List<AgendaEntry> before = meeting.isPublished() ? meeting.entries() : List.of();
    if (first && entries.isEmpty()) {
      bench.happened(meeting.id(), header -> new NothingAsked(header, carried));
    } else if (first || !entries.equals(before)) {
      issue(meeting, agenda, entries, carried);
    } else if (!carried.isEmpty()) {
      bench.happened(meeting.id(), header -> new RequestsCarried(header, carried));
    }
  }

  private void issue(
      Meeting meeting, Agenda agenda, List<AgendaEntry> entries, List<CarriedEntry> carried) {
    Instant startsAt = Objects.requireNonNull(meeting.startsAt());
    AgendaWording wording = new Wordings(bench, meeting, agenda).of(entries, carried);
    bench.happened(
        meeting.id(),
        header ->
            new AgendaIssued(header, meeting.revision() + 1, startsAt, entries, carried, wording));
  }

  static List<AgendaEntry> entries(Agenda agenda, Meeting meeting) {
    return agenda.of(meeting.id()).items().stream().map(item -> entry(item, meeting)).toList();
  }

  private static AgendaEntry entry(PlacedItem item, Meeting meeting) {
    ItemRef ref = new ItemRef(item.request().caseId(), item.requestId());
    return new AgendaEntry(
        ref,
        item.request().purpose(),
        item.startsAt(),
        item.slot().minutes(),
        item.request().requestedBy(),
        Set.copyOf(item.agencies()),
        item.admittedLate() != null || meeting.desk().byHand().containsKey(ref));
  }

  static List<CarriedEntry> carried(Agenda agenda, Meeting meeting) {
    return agenda.carried().stream()
        .filter(item -> item.meetingId().equals(meeting.id()) && !item.isWaiting())
        .map(Agendas::carried)
        .toList();
  }

  private static CarriedEntry carried(CarriedItem item) {
    return new CarriedEntry(
        new ItemRef(item.caseId(), item.requestId()), item.reason(), item.next());
  }

  /** What was on the agenda is taken off with a notice of its own. */
  private static List<CarriedEntry> newlyCarried(Agenda agenda, Meeting meeting) {
    List<CarriedEntry> carried = new ArrayList<>(carried(agenda, meeting));
    carried.removeIf(
        entry ->
            meeting.agenda().carried().containsKey(entry.item())
                || (meeting.isPublished() && meeting.entry(entry.item()).isPresent()));
    return List.copyOf(carried);
  }
}
