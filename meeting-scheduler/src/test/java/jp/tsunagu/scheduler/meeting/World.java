package jp.tsunagu.scheduler.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import jp.tsunagu.contract.directory.ClosedDayRule;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.AskedAgencies;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConferenceCommand;
import jp.tsunagu.contract.lifecycle.ConferenceEvent;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.CaseProtected;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ConsultationReceived;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AppointMember;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.FormRecorded;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.MemberAppointed;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.ScreeningDecided;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import jp.tsunagu.contract.lifecycle.MeetingWish;
import jp.tsunagu.contract.lifecycle.MonitoringPeriod;
import jp.tsunagu.contract.lifecycle.NoticeEnd;
import jp.tsunagu.contract.lifecycle.ProposedDays;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.Reception;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.ScreeningRoute;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.MeetingCommandHeader;
import jp.tsunagu.contract.meeting.MeetingEvent;
import jp.tsunagu.scheduler.testing.TestCity;

/** A city in memory with a small gateway that grants every wish, and a clock that only goes on. */
public final class World {
  static final AgencyId DESK = TestCity.DESK;
  static final AgencyId SHAKYO = TestCity.SHAKYO;
  public static final AgencyId HOKATSU = TestCity.HOKATSU;
  public static final AgencyId SHOGAI = TestCity.SHOGAI;
  static final AgencyId HOKENSHO = TestCity.HOKENSHO;
  public static final BodyId SHIEN = TestCity.SHIEN;
  static final BodyId JUSO = TestCity.JUSO;
  static final BodyId PER_CASE = TestCity.PER_CASE;

  private NetworkDirectory directory;
  private final Map<CaseId, CaseHistory> cases = new HashMap<>();
  final List<CaseCommand> asked = new ArrayList<>();
  final List<MeetingEvent> happened = new ArrayList<>();
  public Meetings meetings = Meetings.NONE;
  private Instant now;
  private Instant readUpTo = Instant.MAX;
  private int number;

  private World(ClosedDayRule closedDays, String from) {
    directory = NetworkDirectory.EMPTY.with(TestCity.city(closedDays));
    now = time(from);
  }

  public static World from(String time) {
    return new World(ClosedDayRule.NEXT_OPEN_DAY, time);
  }

  static World askingTheDesk(String time) {
    return new World(ClosedDayRule.ASK_THE_DESK, time);
  }

  public static Instant time(String tokyo) {
    return OffsetDateTime.parse(tokyo + ":00+09:00").toInstant();
  }

  /** Lets time pass to this moment and does everything that is due. */
  public void at(String tokyo) {
    now = time(tokyo);
    settle();
  }

  /** The ledger is read up to this moment only, whatever the clock says. */
  void readUpTo(String tokyo) {
    readUpTo = time(tokyo);
  }

  void readsOn() {
    readUpTo = Instant.MAX;
  }

  public Known known() {
    return new Known(directory, cases, readUpTo.isBefore(now) ? readUpTo : now);
  }

  /** The city changes its network.yaml. */
  public void directorySays(DirectoryRecord record) {
    directory = directory.with(List.of(record));
  }

  /** What is due at this moment, without doing it. */
  List<Act> due() {
    return MeetingDecider.due(known(), meetings, now, Duration.ZERO);
  }

  /** Every agenda that was issued, made anew. */
  List<Replanned> replanned() {
    return Replanning.of(directory, cases, happened);
  }

  /** Does what is due until nothing is. */
  void settle() {
    for (List<Act> acts = due(); !acts.isEmpty(); acts = due()) {
      apply(acts);
    }
  }

  private void apply(List<Act> acts) {
    for (Act act : acts) {
      switch (act) {
        case Act.Happened(MeetingEvent event) -> {
          happened.add(event);
          meetings = meetings.after(event);
        }
        case Act.Ask(CaseCommand command) -> {
          asked.add(command);
          grant(command);
        }
      }
    }
  }

  public Outcome tell(Function<MeetingCommandHeader, MeetingCommand> making, BodyId body) {
    MeetingCommandHeader header =
        new MeetingCommandHeader(new CommandId(id("command")), body, DESK, now);
    Outcome outcome =
        MeetingDecider.answer(making.apply(header), known(), meetings, now, Duration.ZERO);
    if (outcome instanceof Outcome.Done(List<Act> acts)) {
      apply(acts);
      settle();
    }
    return outcome;
  }

  /** A case of one household. */
  CaseId household() {
    CaseId caseId = new CaseId(id("case"));
    record(
        caseId,
        header ->
            new ConsultationReceived(
                header,
                HOKATSU,
                new Reception(
                    Set.of(Field.OTHER),
                    new AreaId("higashi"),
                    Urgency.NORMAL,
                    ReceptionKind.NEW,
                    null),
                2,
                null));
    return caseId;
  }

  /** 社協 asks for a meeting about a new household at this moment; screened at once. */
  public ItemRef request(ConferenceKind kind, String tokyo) {
    ItemRef item = unscreened(kind, tokyo);
    screen(item, kind);
    return item;
  }

  ItemRef unscreened(ConferenceKind kind, String tokyo) {
    now = time(tokyo);
    CaseId caseId = household();
    return request(caseId, kind, Set.of(HOKATSU, SHOGAI, HOKENSHO), 60);
  }

  ItemRef request(CaseId caseId, ConferenceKind kind, Set<AgencyId> involved, int minutes) {
    MeetingRequestId requestId = new MeetingRequestId(id("request"));
    record(
        caseId,
        header ->
            new ConferenceEvent.MeetingRequested(
                header,
                requestId,
                new MeetingWish(kind, MeetingPurpose.NEW, minutes, false, null, null),
                Set.of(new PersonRef(1)),
                SHAKYO,
                involved));
    return new ItemRef(caseId, requestId);
  }

  void screen(ItemRef item, ConferenceKind kind) {
    ScreeningRoute route =
        kind == ConferenceKind.SUPPORT_CONFERENCE
            ? ScreeningRoute.SUPPORT_CONFERENCE
            : ScreeningRoute.PLAN_CONFERENCE;
    record(item.caseId(), header -> new ScreeningDecided(header, route, "ROLES_UNCLEAR"));
  }

  public void appoint(ItemRef item, AgencyId... members) {
    for (AgencyId member : members) {
      record(item.caseId(), header -> new MemberAppointed(header, member));
    }
  }

  /** Those of one item are written in its case. */
  void minutes(ItemRef item) {
    record(
        item.caseId(),
        header ->
            new FormRecorded(
                header,
                new FormRef(KnownForm.MEETING_MINUTES.formId(), 1),
                1,
                LocalDate.of(2026, 7, 9),
                Set.of(new PersonRef(1)),
                item.requestId(),
                null));
  }

  void protect(ItemRef item) {
    Protection hidden = new Protection(Set.of(), Set.of(), LocalDate.of(2027, 3, 31));
    record(item.caseId(), header -> new CaseProtected(header, hidden));
  }

  void consentIsComplete(ItemRef item) {
    record(
        item.caseId(),
        header ->
            new ConferenceEvent.ConferenceChanged(
                header,
                item.requestId(),
                ConferenceKind.SUPPORT_CONFERENCE,
                ConferenceKind.PLAN_CONFERENCE,
                NoticeEnd.CONSENT_COMPLETE,
                Set.of(SHOGAI, HOKENSHO)));
  }

  void consentIsWithdrawnFor(AgencyId agency, ItemRef item) {
    MeetingItem before = known().item(item).orElseThrow();
    Set<AgencyId> table = new HashSet<>(before.request().involved());
    table.remove(agency);
    record(
        item.caseId(),
        header ->
            new ConferenceEvent.ConferenceChanged(
                header,
                item.requestId(),
                before.conference(),
                before.conference(),
                NoticeEnd.CONSENT_WITHDRAWN,
                table));
  }

  void withdraw(ItemRef item) {
    record(
        item.caseId(),
        header -> new ConferenceEvent.MeetingRequestWithdrawn(header, item.requestId()));
  }

  private void record(CaseId caseId, Function<EventHeader, CaseEvent> event) {
    CaseHistory before = cases.getOrDefault(caseId, CaseHistory.of(CaseState.beforeFirst(caseId)));
    long sequence = before.latest().sequence() + 1;
    EventHeader header =
        new EventHeader(
            EventId.of(caseId, sequence),
            caseId,
            sequence,
            id("cause"),
            now,
            now,
            now,
            null,
            SHAKYO,
            null);
    cases.put(caseId, before.after(event.apply(header)));
  }

  private void grant(CaseCommand command) {
    switch (command) {
      case AppointMember appoint ->
          record(
              command.header().caseId(), header -> new MemberAppointed(header, appoint.member()));
      case ConferenceCommand conference -> grant(conference);
      default -> throw new AssertionError("the scheduler never asks for this");
    }
  }

  private void grant(ConferenceCommand command) {
    CaseId caseId = command.header().caseId();
    CaseState state = Objects.requireNonNull(cases.get(caseId)).latest();
    switch (command) {
      case ConferenceCommand.PublishAgendaItem c ->
          record(
              caseId,
              header ->
                  new ConferenceEvent.AgendaPublished(
                      header,
                      c.requestId(),
                      state.meeting(c.requestId()).orElseThrow().conference(),
                      state.meeting(c.requestId()).orElseThrow().purpose(),
                      c.place(),
                      state.invitedTo(state.meeting(c.requestId()).orElseThrow())));
      case ConferenceCommand.CarryItem c ->
          record(
              caseId,
              header ->
                  new ConferenceEvent.ItemCarried(
                      header, c.requestId(), c.meetingId(), c.reason(), c.next()));
      case ConferenceCommand.CancelMeetingNotice c ->
          record(
              caseId,
              header ->
                  new ConferenceEvent.MeetingNoticeCancelled(
                      header, c.requestId(), c.meetingId(), c.reason(), Set.of()));
      case ConferenceCommand.RecordMeetingHeld c ->
          record(
              caseId,
              header ->
                  new ConferenceEvent.MeetingHeld(
                      header,
                      c.requestId(),
                      c.meetingId(),
                      state.meeting(c.requestId()).orElseThrow().conference(),
                      c.heldAt(),
                      c.session(),
                      c.attended()));
      case ConferenceCommand.DecideItem c -> decide(caseId, c);
      case ConferenceCommand.RemindOfReport c ->
          record(
              caseId,
              header ->
                  new ConferenceEvent.MeetingReportOverdue(header, c.requestId(), c.meetingId()));
      case ConferenceCommand.AskForDates c -> dates(caseId, c);
      case ConferenceCommand.RequestMeeting _,
          ConferenceCommand.WithdrawMeetingRequest _,
          ConferenceCommand.AnswerAttendance _,
          ConferenceCommand.AnswerDates _,
          ConferenceCommand.FileMeetingReport _ ->
          throw new AssertionError("the scheduler never asks for this");
    }
  }

  private void dates(CaseId caseId, ConferenceCommand.AskForDates c) {
    CaseState state = Objects.requireNonNull(cases.get(caseId)).latest();
    MeetingItem item = state.meeting(c.requestId()).orElseThrow();
    Set<AgencyId> asked = new HashSet<>(state.invitedTo(item));
    asked.remove(c.organiser());
    record(
        caseId,
        header ->
            new ConferenceEvent.DatesAsked(
                header,
                c.requestId(),
                c.meetingId(),
                item.conference(),
                item.purpose(),
                c.organiser(),
                new ProposedDays(c.candidates(), c.minutes()),
                new AskedAgencies(asked, Set.of())));
  }

  private void decide(CaseId caseId, ConferenceCommand.DecideItem c) {
    record(
        caseId,
        header ->
            new ConferenceEvent.ItemDecided(
                header, c.requestId(), c.meetingId(), c.outcome(), c.agreed()));
    MonitoringPeriod period = c.monitoring();
    if (period != null) {
      record(
          caseId,
          header ->
              new ConferenceEvent.MonitoringPeriodSet(
                  header,
                  c.requestId(),
                  period,
                  new MeetingRequestId(id("return")),
                  Set.of(HOKATSU, SHOGAI)));
    }
  }

  /** Ids that are the same in every run. */
  private UUID id(String kind) {
    return StableId.of(kind, number++);
  }

  public Meeting meeting(BodyId body, String day) {
    return meetings.find(new MeetingId(body + "." + LocalDate.parse(day))).orElseThrow();
  }

  <T> List<T> asked(Class<T> type) {
    return asked.stream().filter(type::isInstance).map(type::cast).toList();
  }

  <T> List<T> happened(Class<T> type) {
    return happened.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
