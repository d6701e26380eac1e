package jp.tsunagu.scheduler.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.tsunagu.contract.calendar.JapaneseHolidays;
import jp.tsunagu.contract.calendar.OfficeCalendar;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.BodyCharge;
import jp.tsunagu.contract.directory.BodyDays;
import jp.tsunagu.contract.directory.BodyDeadlines;
import jp.tsunagu.contract.directory.BodyPlace;
import jp.tsunagu.contract.directory.ClosedDayRule;
import jp.tsunagu.contract.directory.DirectoryRecord.Closing;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.MeetingModel;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ItemNotice;
import jp.tsunagu.contract.lifecycle.ItemProgress;
import jp.tsunagu.contract.lifecycle.ItemRequest;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MeetingItem.ItemStage;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import jp.tsunagu.contract.lifecycle.MeetingWish;
import jp.tsunagu.contract.lifecycle.ScreeningRoute;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.scheduler.agenda.Agenda;
import jp.tsunagu.scheduler.agenda.Candidate;
import jp.tsunagu.scheduler.agenda.Lane;
import jp.tsunagu.scheduler.agenda.PlanInput;
import jp.tsunagu.scheduler.agenda.Planner;
import jp.tsunagu.scheduler.agenda.Route;
import jp.tsunagu.scheduler.agenda.Routing;
import jp.tsunagu.scheduler.agenda.RoutingQuestion;
import jp.tsunagu.scheduler.agenda.Sitting;
import jp.tsunagu.scheduler.body.DeskDecisions;
import jp.tsunagu.scheduler.body.MeetingDays;
import jp.tsunagu.scheduler.body.MeetingNames;

/**
 * Routes and plans 1,000 requests, then 10,000, then 100,000, over 50 meeting bodies, and prints
 * how long it takes; ten times the requests take about ten times as long. No options.
 */
public final class PlanningBenchmark {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int BODIES = 50;
  private static final int WARM_UPS = 20;
  private static final LocalDate TODAY = LocalDate.of(2026, 9, 9);
  private static final LocalDate RULE_DAY = LocalDate.of(2026, 10, 13);

  private final OfficeCalendar calendar = OfficeCalendar.standard(JapaneseHolidays.calculated());
  private final List<MeetingBody> bodies =
      IntStream.range(0, BODIES).mapToObj(PlanningBenchmark::body).toList();

  private PlanningBenchmark() {}

  /** Prints a line per size. */
  public static void main(String[] arguments) {
    PlanningBenchmark benchmark = new PlanningBenchmark();
    for (int round = 0; round < WARM_UPS; round++) {
      benchmark.measure(1_000);
    }
    for (int requests : new int[] {1_000, 10_000, 100_000}) {
      System.out.println(benchmark.measure(requests));
    }
  }

  private String measure(int requests) {
    List<Candidate> candidates = candidates(requests);
    long beginOfWork = THREADS.getCurrentThreadCpuTime();
    long begin = System.nanoTime();
    List<Agenda> agendas = plan(candidates);
    long took = System.nanoTime() - begin;
    long worked = THREADS.getCurrentThreadCpuTime() - beginOfWork;
    int placed = agendas.stream().mapToInt(agenda -> agenda.placed().size()).sum();
    return "%,8d requests, %d bodies: %,6d ms, of which the processor worked %,6d ms"
            .formatted(requests, BODIES, took / 1_000_000, worked / 1_000_000)
        + " (%.1f µs per request, %,d placed)".formatted(worked / 1_000.0 / requests, placed);
  }

  private List<Agenda> plan(List<Candidate> candidates) {
    Map<BodyId, LocalDate> next = new HashMap<>();
    bodies.forEach(body -> next.put(body.bodyId(), RULE_DAY));
    Routing routing = new Routing(bodies, next, 60);
    Map<BodyId, List<Candidate>> perBody = new HashMap<>();
    for (Candidate candidate : candidates) {
      Route route =
          routing.route(
              new RoutingQuestion(
                  candidate.item(), Set.of(Field.OTHER), candidate.agencies(), TODAY));
      if (route instanceof Route.ToBody to) {
        perBody.computeIfAbsent(to.body(), _ -> new ArrayList<>()).add(candidate);
      }
    }
    return bodies.stream()
        .map(body -> plan(body, perBody.getOrDefault(body.bodyId(), List.of())))
        .toList();
  }

  private Agenda plan(MeetingBody body, List<Candidate> candidates) {
    MeetingDays days = new MeetingDays(body, calendar);
    MeetingId meeting = MeetingNames.regular(body.bodyId(), RULE_DAY);
    Instant closing = days.closing(RULE_DAY, DeskDecisions.none()).known().orElseThrow();
    List<LocalDate> later = days.datesAfter(RULE_DAY, RULE_DAY.plusYears(1), DeskDecisions.none());
    Lane lane = Lane.of(body, meeting, SessionKind.REGULAR, closing, later);
    Instant begins = days.begins(RULE_DAY).orElseThrow();
    Sitting sitting = new Sitting(begins, body.place().capacityMinutes(), List.of(lane));
    return Planner.plan(PlanInput.of(sitting, candidates, begins));
  }

  private static MeetingBody body(int number) {
    return new MeetingBody(
        new BodyId("body-" + number),
        "会議" + number,
        new BodyCharge(
            ConferenceKind.SUPPORT_CONFERENCE, MeetingModel.FIXED_CALENDAR, Set.of(), true, true),
        new AgencyId("desk"),
        new BodyDays("FREQ=MONTHLY;BYDAY=2TU", ClosedDayRule.NEXT_OPEN_DAY, LocalTime.of(15, 0)),
        new BodyPlace(135, null, null),
        new BodyDeadlines(
            new Closing(
                "FREQ=MONTHLY;BYDAY=2TU", 1, LocalTime.of(17, 15), ClosedDayRule.NEXT_OPEN_DAY),
            14,
            null,
            null),
        Set.of());
  }

  /** The same ones every time. */
  private static List<Candidate> candidates(int count) {
    Random random = new Random(20260909);
    return IntStream.range(0, count).mapToObj(number -> candidate(number, random)).toList();
  }

  private static Candidate candidate(int number, Random random) {
    Set<AgencyId> agencies = Set.of(agency(random), new AgencyId("desk"));
    Instant requestedAt =
        TokyoTime.at(TODAY, LocalTime.NOON).minusSeconds(random.nextInt(2_000_000));
    MeetingItem item =
        new MeetingItem(
            new MeetingRequestId(new UUID(random.nextLong(), random.nextLong())),
            new MeetingWish(
                ConferenceKind.SUPPORT_CONFERENCE,
                MeetingPurpose.NEW,
                5 * (1 + random.nextInt(12)),
                random.nextInt(20) == 0,
                new BodyId("body-" + number % BODIES),
                null),
            null,
            new ItemRequest(Set.of(), agency(random), agencies, requestedAt),
            ScreeningRoute.SUPPORT_CONFERENCE,
            new ItemNotice(null, Set.of(), List.of()),
            new ItemProgress(false, ItemStage.OPEN, null, Set.of()));
    CaseId caseId = new CaseId(new UUID(random.nextLong(), random.nextLong()));
    return Candidate.of(caseId, item, agencies).carried(random.nextInt(3));
  }

  private static AgencyId agency(Random random) {
    return new AgencyId("agency-" + random.nextInt(100));
  }
}
