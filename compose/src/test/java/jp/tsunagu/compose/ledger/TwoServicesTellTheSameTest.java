package jp.tsunagu.compose.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.AgencyKind;
import jp.tsunagu.contract.directory.BodyCharge;
import jp.tsunagu.contract.directory.BodyDays;
import jp.tsunagu.contract.directory.BodyDeadlines;
import jp.tsunagu.contract.directory.BodyPlace;
import jp.tsunagu.contract.directory.ClosedDayRule;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.OfficeHours;
import jp.tsunagu.contract.directory.MeetingModel;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.AgendaPublished;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingRequested;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ConsultationReceived;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.MemberAppointed;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.MeetingPlace;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import jp.tsunagu.contract.lifecycle.MeetingWish;
import jp.tsunagu.contract.lifecycle.Reception;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.Attendee;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingCommand.RecordAttendance;
import jp.tsunagu.contract.meeting.MeetingCommandHeader;
import jp.tsunagu.contract.meeting.MeetingEvent;
import jp.tsunagu.contract.meeting.MeetingEventHeader;
import jp.tsunagu.contract.meeting.Presence;
import jp.tsunagu.gateway.decision.CaseDecider;
import jp.tsunagu.gateway.decision.Decision;
import jp.tsunagu.gateway.decision.DecisionContext;
import jp.tsunagu.scheduler.figures.HeldItems;
import jp.tsunagu.scheduler.figures.MeetingFigures;
import jp.tsunagu.scheduler.figures.ParticipantRules;
import jp.tsunagu.scheduler.meeting.Act;
import jp.tsunagu.scheduler.meeting.CaseHistory;
import jp.tsunagu.scheduler.meeting.Known;
import jp.tsunagu.scheduler.meeting.MeetingDecider;
import jp.tsunagu.scheduler.meeting.Meetings;
import jp.tsunagu.scheduler.meeting.Outcome;
import jp.tsunagu.stats.directory.Choices;
import jp.tsunagu.stats.directory.CityRules;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.FactsFold;
import jp.tsunagu.stats.table.CountingRules.FieldsCounted;
import jp.tsunagu.stats.table.CountingRules.ReopenedAs;
import jp.tsunagu.stats.table.MeetingTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The yearly figures of meetings are told by the meetings and by the statistics, from one ledger:
 * every figure is the same, whoever took part, invited or not.
 */
class TwoServicesTellTheSameTest {
  private static final AgencyId DESK = new AgencyId("desk");
  private static final AgencyId SHAKYO = new AgencyId("shakyo");
  private static final List<AgencyId> OTHERS =
      List.of("hokatsu", "shogai", "kodomo", "hokensho", "gas").stream()
          .map(AgencyId::new)
          .toList();
  private static final FiscalYear YEAR = new FiscalYear(2026);
  private static final Instant FIRST = Instant.parse("2026-05-12T06:00:00Z");

  private final NetworkDirectory directory = NetworkDirectory.EMPTY.with(city());
  private final Map<CaseId, CaseHistory> cases = new HashMap<>();
  private final Map<CaseId, List<CaseEvent>> ledger = new HashMap<>();
  private Meetings meetings = Meetings.NONE;
  private int number;
  private int refused;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void every_figure_is_the_same(long seed) {
    Random random = new Random(seed);
    for (int month = 0; month < 8; month++) {
      boolean plan = random.nextInt(3) == 0;
      meeting(FIRST.plus(Duration.ofDays(28L * month)), plan, random);
    }
    MeetingFigures told =
        MeetingFigures.of(YEAR, HeldItems.of(meetings), ParticipantRules.of(directory, true));
    assertThat(told.of(ConferenceKind.SUPPORT_CONFERENCE).participants().values())
        .as("uninvited agencies are among them, and %d recordings were refused", refused)
        .anyMatch(count -> count > 0);
    for (ConferenceKind kind : ConferenceKind.values()) {
      same(told, kind);
    }
  }

  private void same(MeetingFigures told, ConferenceKind kind) {
    MeetingTable counted = counted(kind);
    var figures = told.of(kind);
    assertThat(counted.meetings()).hasSize(figures.held());
    assertThat(counted.cases()).hasSize(figures.cases());
    assertThat(counted.items()).isEqualTo(figures.hearings());
    Map<SessionKind, Integer> sessions = new HashMap<>();
    counted.meetings().forEach(meeting -> sessions.merge(meeting.session(), 1, Integer::sum));
    assertThat(withoutZeros(sessions)).isEqualTo(withoutZeros(figures.meetings()));
    assertThat(withoutZeros(counted.attendances())).isEqualTo(withoutZeros(figures.participants()));
  }

  private static <K> Map<K, Integer> withoutZeros(Map<K, Integer> counts) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private MeetingTable counted(ConferenceKind kind) {
    List<CaseFacts> facts =
        ledger.entrySet().stream()
            .map(entry -> FactsFold.evolve(CaseFacts.beforeFirst(entry.getKey()), entry.getValue()))
            .toList();
    Choices choices =
        new Choices(
            Set.of(),
            FieldsCounted.AT_RECEPTION,
            ReopenedAs.REOPENED,
            Set.of(),
            Map.of(),
            Set.of());
    return MeetingTable.of(
        facts, CityRules.tables(directory, choices), kind, YEAR.first(), YEAR.last());
  }

  private void meeting(Instant startsAt, boolean plan, Random random) {
    BodyId body = new BodyId(plan ? "juso-kaigi" : "shien-kaigi");
    MeetingId id = new MeetingId(body + "." + TokyoTime.dateOf(startsAt));
    SessionKind session = random.nextBoolean() ? SessionKind.REGULAR : SessionKind.EXTRA;
    List<AgendaEntry> entries = new ArrayList<>();
    for (int item = 0; item <= random.nextInt(3); item++) {
      entries.add(entry(id, startsAt, plan, session, random));
    }
    ConferenceKind kind = plan ? ConferenceKind.PLAN_CONFERENCE : ConferenceKind.SUPPORT_CONFERENCE;
    happened(
        id,
        startsAt,
        header ->
            new MeetingEvent.MeetingCalled(
                header, kind, session, plan ? SHAKYO : DESK, startsAt, 135, List.of()));
    happened(
        id,
        startsAt,
        header -> new MeetingEvent.AgendaIssued(header, 1, startsAt, entries, List.of(), null));
    record(id, startsAt, entries, random);
  }

  private AgendaEntry entry(
      MeetingId meeting, Instant startsAt, boolean plan, SessionKind session, Random random) {
    CaseId caseId = new CaseId(id());
    Set<AgencyId> invited = some(random);
    invited.add(SHAKYO);
    MeetingRequestId request = new MeetingRequestId(id());
    ConferenceKind kind = plan ? ConferenceKind.PLAN_CONFERENCE : ConferenceKind.SUPPORT_CONFERENCE;
    happens(
        caseId,
        startsAt,
        header ->
            new ConsultationReceived(
                header,
                SHAKYO,
                new Reception(
                    Set.of(Field.OTHER),
                    new AreaId("higashi"),
                    Urgency.NORMAL,
                    ReceptionKind.NEW,
                    null),
                2,
                null));
    happens(
        caseId,
        startsAt,
        header ->
            new MeetingRequested(
                header,
                request,
                new MeetingWish(kind, MeetingPurpose.NEW, 30, false, null, null),
                Set.of(new PersonRef(1)),
                SHAKYO,
                invited));
    invited.forEach(
        agency -> happens(caseId, startsAt, header -> new MemberAppointed(header, agency)));
    happens(
        caseId,
        startsAt,
        header ->
            new AgendaPublished(
                header,
                request,
                kind,
                MeetingPurpose.NEW,
                new MeetingPlace(meeting, 1, startsAt, 30, plan ? SHAKYO : DESK, session, null),
                invited));
    return new AgendaEntry(
        new ItemRef(caseId, request), MeetingPurpose.NEW, startsAt, 30, SHAKYO, invited, false);
  }

  private static Set<AgencyId> some(Random random) {
    return OTHERS.stream().filter(_ -> random.nextInt(3) == 0).collect(Collectors.toSet());
  }

  /** As a person would: where it is refused, it is said who sat where. */
  private void record(MeetingId id, Instant heldAt, List<AgendaEntry> entries, Random random) {
    Set<AgencyId> present = new HashSet<>(some(random));
    present.addAll(some(random));
    present.add(DESK);
    List<Attendee> plain =
        present.stream().map(agency -> new Attendee(agency, Presence.ATTENDED, null)).toList();
    if (!recorded(id, heldAt, plain)) {
      refused++;
      ItemRef first = entries.getFirst().item();
      List<Attendee> exact =
          present.stream()
              .map(agency -> new Attendee(agency, Presence.ATTENDED, null, List.of(first)))
              .toList();
      assertThat(recorded(id, heldAt, exact)).isTrue();
    }
  }

  private boolean recorded(MeetingId id, Instant heldAt, List<Attendee> attendees) {
    Known known = new Known(directory, cases, Instant.MAX);
    Instant now = heldAt.plus(Duration.ofHours(2));
    List<Attendee> all = new ArrayList<>(attendees);
    Set<AgencyId> noted = attendees.stream().map(Attendee::agency).collect(Collectors.toSet());
    meetings.find(id).orElseThrow().entries().stream()
        .flatMap(entry -> entry.invited().stream())
        .distinct()
        .filter(agency -> !noted.contains(agency))
        .forEach(agency -> all.add(new Attendee(agency, Presence.WRITTEN_OPINION, null)));
    RecordAttendance command =
        new RecordAttendance(
            new MeetingCommandHeader(new CommandId(id()), id.body(), DESK, now), id, heldAt, all);
    if (!(MeetingDecider.answer(command, known, meetings, now, Duration.ZERO)
        instanceof Outcome.Done(List<Act> acts))) {
      return false;
    }
    for (Act act : acts) {
      switch (act) {
        case Act.Happened(MeetingEvent event) -> meetings = meetings.after(event);
        case Act.Ask(var asked) -> {
          CaseState state = Objects.requireNonNull(cases.get(asked.header().caseId())).latest();
          Decision decision =
              CaseDecider.decide(
                  state, asked, new DecisionContext(AgencyId.SCHEDULER, now, directory, null));
          assertThat(decision).isInstanceOf(Decision.Emit.class);
          ((Decision.Emit) decision).events().forEach(this::happens);
        }
      }
    }
    return true;
  }

  private void happens(CaseId caseId, Instant when, Function<EventHeader, CaseEvent> event) {
    long sequence =
        cases
                .getOrDefault(caseId, CaseHistory.of(CaseState.beforeFirst(caseId)))
                .latest()
                .sequence()
            + 1;
    happens(
        event.apply(
            new EventHeader(
                EventId.of(caseId, sequence),
                caseId,
                sequence,
                id(),
                when,
                when,
                when,
                null,
                SHAKYO,
                null)));
  }

  private void happens(CaseEvent event) {
    CaseId caseId = event.header().caseId();
    CaseHistory before = cases.getOrDefault(caseId, CaseHistory.of(CaseState.beforeFirst(caseId)));
    cases.put(caseId, before.after(event));
    ledger.computeIfAbsent(caseId, _ -> new ArrayList<>()).add(event);
  }

  private void happened(
      MeetingId id, Instant when, Function<MeetingEventHeader, MeetingEvent> event) {
    long sequence = meetings.find(id).map(meeting -> meeting.sequence()).orElse(0L) + 1;
    meetings =
        meetings.after(
            event.apply(
                new MeetingEventHeader(
                    EventId.of(id, sequence),
                    id,
                    id.body(),
                    sequence,
                    null,
                    when,
                    when,
                    AgencyId.SCHEDULER)));
  }

  private UUID id() {
    return new UUID(0x7000L, ++number);
  }

  private static List<DirectoryRecord> city() {
    List<DirectoryRecord> records = new ArrayList<>();
    records.add(
        new NetworkSettings(
            new NetworkId("yui"),
            "結市",
            6,
            DESK,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new OfficeHours(LocalTime.of(8, 30), LocalTime.of(17, 15))));
    StatisticsField[] fields = StatisticsField.values();
    List<AgencyId> all = new ArrayList<>(OTHERS);
    all.add(DESK);
    all.add(SHAKYO);
    for (AgencyId agency : all) {
      Agency there =
          new Agency(
              agency,
              agency.value(),
              agency.equals(DESK) ? AgencyKind.COORDINATION_DESK : AgencyKind.OTHER,
              fields[all.indexOf(agency) % fields.length],
              Participation.CONNECTOR,
              Set.of(),
              true,
              null);
      records.add(agency.value().equals("gas") ? there.left(LocalDate.of(2026, 4, 1)) : there);
    }
    records.add(body("shien-kaigi", ConferenceKind.SUPPORT_CONFERENCE, DESK));
    records.add(body("juso-kaigi", ConferenceKind.PLAN_CONFERENCE, SHAKYO));
    return records;
  }

  private static MeetingBody body(String id, ConferenceKind kind, AgencyId organiser) {
    return new MeetingBody(
        new BodyId(id),
        kind.label(),
        new BodyCharge(kind, MeetingModel.PER_CASE, Set.of(), true, false),
        organiser,
        new BodyDays(null, ClosedDayRule.KEEP, null),
        new BodyPlace(135, null, null),
        new BodyDeadlines(null, null, 14, null),
        Set.of());
  }
}
