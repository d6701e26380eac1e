package jp.tsunagu.scheduler.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.CarryReason;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MeetingItem.ItemStage;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.CarriedEntry;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingActedBy;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.MeetingEvent.MeetingCalled;
import jp.tsunagu.contract.meeting.MeetingEventHeader;
import jp.tsunagu.contract.meeting.NotInvited;
import jp.tsunagu.scheduler.agenda.Agenda;
import jp.tsunagu.scheduler.agenda.Conflict;
import jp.tsunagu.scheduler.agenda.Route;
import jp.tsunagu.scheduler.agenda.Routing;
import jp.tsunagu.scheduler.agenda.RoutingQuestion;
import jp.tsunagu.scheduler.body.DeskDecisions;
import jp.tsunagu.scheduler.body.MeetingDay;
import jp.tsunagu.scheduler.body.MeetingNames;
import org.jspecify.annotations.Nullable;

/** What desk and organisers see beside what happened: what is to come. Pure. */
public final class Outlook {

  private Outlook() {}

  /**
   * Days a meeting could be on, to begin with: open days from a week on at the body's hour, none on
   * which the body meets already, a few at most; empty for a body without an hour.
   */
  public static List<Instant> daysToPropose(
      Known known, Meetings meetings, Meeting meeting, Instant now) {
    return City.of(known.directory())
        .map(city -> new Proposing(city, meetings, meeting, now).days())
        .orElse(List.of());
  }

  /** The items about which agencies are asked for a day of this meeting (日程調整). */
  public static Set<ItemRef> itemsSeekingADay(Meeting meeting) {
    return meeting.isSeekingItsDay() ? DateQuestions.itemsOf(meeting) : Set.of();
  }

  /**
   * An agenda as it would be if it were published now, or as it was published.
   *
   * @param conflicts agencies that sit in two meetings at one hour
   */
  public record Preview(
      List<AgendaEntry> entries, List<CarriedEntry> carried, List<Conflict> conflicts) {
    public Preview {
      entries = List.copyOf(entries);
      carried = List.copyOf(carried);
      conflicts = List.copyOf(conflicts);
    }
  }

  /**
   * A request that no meeting of the calendar will hear; somebody has to call one.
   *
   * @param instead why no existing body hears it; none where meetings are per case anyway
   * @param atOnce 緊急会議
   */
  public record Proposal(
      ItemRef item,
      MeetingItem request,
      BodyId body,
      @Nullable CarryReason instead,
      boolean atOnce) {}

  private static Optional<Workbench> bench(Known known, Meetings meetings, Instant now) {
    return City.of(known.directory())
        .map(
            city ->
                new Workbench(
                    known, city, meetings, now, Duration.ZERO, null, MeetingActedBy.SCHEDULER));
  }

  /** Meetings of the calendar that do not exist yet; without a start while the desk is asked. */
  public static List<Meeting> toCome(Known known, Meetings meetings, Instant now) {
    Optional<Workbench> bench = bench(known, meetings, now);
    List<Meeting> toCome = new ArrayList<>();
    if (bench.isPresent()) {
      for (MeetingBody body : bench.get().city().bodies()) {
        toCome.addAll(toCome(bench.get(), body));
      }
    }
    return toCome;
  }

  private static List<Meeting> toCome(Workbench bench, MeetingBody body) {
    DeskDecisions decisions = bench.city().decisions(body, bench.meetings());
    LocalDate today = TokyoTime.dateOf(bench.now());
    return bench.city().around(body, bench.now(), decisions).stream()
        .filter(day -> !day.ruleDay().isBefore(today.minusDays(7)))
        .filter(day -> isToCome(day, today))
        .map(day -> regular(bench, body, day.ruleDay()))
        .filter(meeting -> bench.meeting(meeting.id()).isEmpty())
        .toList();
  }

  private static boolean isToCome(MeetingDay day, LocalDate today) {
    return switch (day) {
      case MeetingDay.On on -> !on.date().isBefore(today);
      case MeetingDay.Undecided undecided -> !undecided.ruleDay().isBefore(today);
    };
  }

  private static Meeting regular(Workbench bench, MeetingBody body, LocalDate ruleDay) {
    MeetingId id = MeetingNames.regular(body.bodyId(), ruleDay);
    MeetingEventHeader header =
        new MeetingEventHeader(
            EventId.of(id, 0),
            id,
            body.bodyId(),
            0,
            null,
            bench.now(),
            bench.now(),
            AgencyId.SCHEDULER);
    return Meeting.of(
        new MeetingCalled(
            header,
            body.conference(),
            SessionKind.REGULAR,
            body.organiser(),
            DateRules.regularStart(bench, body, id).orElse(null),
            body.place().capacityMinutes(),
            List.of()));
  }

  /** The agenda of this meeting: published, or as it would be if it were published now. */
  public static Preview preview(Known known, Meetings meetings, Meeting meeting, Instant now) {
    Meetings with = meetings.with(meeting);
    Optional<Workbench> bench = bench(known, with, now);
    Optional<Group> group =
        bench.flatMap(
            each -> Group.of(each).stream().filter(one -> one.has(meeting.id())).findFirst());
    if (group.isEmpty()) {
      return new Preview(
          meeting.entries(), List.copyOf(meeting.agenda().carried().values()), List.of());
    }
    Agenda agenda = Agendas.plan(bench.orElseThrow(), group.get(), now);
    boolean published = group.get().isPublished();
    return new Preview(
        published ? meeting.entries() : Agendas.entries(agenda, meeting),
        published
            ? List.copyOf(meeting.agenda().carried().values())
            : Agendas.carried(agenda, meeting),
        agenda.conflicts());
  }

  /** Agencies that these items name and that will not be invited to them as things stand. */
  public static List<NotInvited> notInvited(
      Known known, Meetings meetings, Collection<ItemRef> items, Instant now) {
    return bench(known, meetings, now)
        .map(bench -> new Uninvited(bench).of(items))
        .orElse(List.of());
  }

  /** The items this command could bring on an agenda. */
  public static List<ItemRef> itemsOf(MeetingCommand command, Meetings meetings) {
    if (command instanceof MeetingCommand.ChooseStart choose) {
      return meetings.find(choose.meetingId()).map(one -> one.desk().calledFor()).orElse(List.of());
    }
    boolean leavesOrStood =
        command instanceof MeetingCommand.TakeOffRequest
            || command instanceof MeetingCommand.SettleItem;
    return leavesOrStood ? List.of() : command.items();
  }

  /** Requests that wait for a meeting of their own. */
  public static List<Proposal> proposals(Known known, Meetings meetings, Instant now) {
    Optional<Workbench> found = bench(known, meetings, now);
    List<Proposal> proposals = new ArrayList<>();
    if (found.isPresent()) {
      Workbench bench = found.get();
      Routing routing =
          new Routing(
              bench.city().bodies(),
              bench.city().nextMeetings(now, meetings),
              Gathering.IN_TIME_DAYS);
      known.cases().values().stream()
          .map(CaseHistory::latest)
          .forEach(state -> proposals.addAll(proposals(bench, routing, state)));
    }
    proposals.sort(Comparator.comparing(each -> each.request().request().requestedAt()));
    return List.copyOf(proposals);
  }

  private static List<Proposal> proposals(Workbench bench, Routing routing, CaseState state) {
    List<Proposal> proposals = new ArrayList<>();
    for (MeetingItem item : state.meetings()) {
      ItemRef ref = new ItemRef(state.caseId(), item.requestId());
      if (item.stage() == ItemStage.OPEN && !isTaken(bench, ref)) {
        proposal(bench, routing, state, item).ifPresent(proposals::add);
      }
    }
    return proposals;
  }

  private static boolean isTaken(Workbench bench, ItemRef ref) {
    return bench.meetings().all().stream()
        .filter(meeting -> !meeting.isOver())
        .anyMatch(
            meeting ->
                meeting.desk().calledFor().contains(ref)
                    || meeting.desk().byHand().containsKey(ref)
                    || meeting.entry(ref).isPresent());
  }

  private static Optional<Proposal> proposal(
      Workbench bench, Routing routing, CaseState state, MeetingItem item) {
    ItemRef ref = new ItemRef(state.caseId(), item.requestId());
    Route route =
        routing.route(
            new RoutingQuestion(
                item,
                Gathering.fields(state),
                state.invitedTo(item),
                TokyoTime.dateOf(bench.now())));
    return switch (route) {
      case Route.OwnMeeting own ->
          Optional.of(new Proposal(ref, item, own.body(), own.instead(), false));
      case Route.AtOnce atOnce -> Optional.of(new Proposal(ref, item, atOnce.body(), null, true));
      case Route.ToBody to -> extra(bench, ref, item, to.body());
      case Route.Nowhere _ -> Optional.empty();
    };
  }

  /** An agenda had no room for it and proposes a 臨時 instead of a later meeting. */
  private static Optional<Proposal> extra(
      Workbench bench, ItemRef ref, MeetingItem item, BodyId body) {
    return bench.meetings().all().stream()
        .flatMap(meeting -> Optional.ofNullable(meeting.agenda().carried().get(ref)).stream())
        .reduce((_, later) -> later)
        .filter(carried -> carried.next() == null)
        .map(carried -> new Proposal(ref, item, body, carried.reason(), false));
  }
}
