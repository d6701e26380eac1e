package jp.tsunagu.scheduler.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import jp.tsunagu.contract.growth.GrowingCode;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import jp.tsunagu.contract.lifecycle.ScreeningRoute;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Ten thousand made-up sets of requests, always the same ones, each planned and planned anew. */
@Tag("slow")
@ResourceLock(Resources.TIME_ZONE)
@Isolated
@DisplayNameGeneration(ReplaceUnderscores.class)
class RandomRequestSetsTest {

  private static final int SETS = 10_000;
  private static final long SEED = 20261013;
  private static final int APPROVED = -607_250_151;
  private static final LocalDate OCTOBER = Sittings.OCTOBER;
  private static final List<MeetingPurpose> PURPOSES = GrowingCode.known(MeetingPurpose.class);
  private static final List<ScreeningRoute> ROUTES = GrowingCode.known(ScreeningRoute.class);
  private static final String[] AGENCIES = {
    "shakyo", "hokensho", "nozei", "kankyo", "hogo", "jiritsu-soudan", "withheld"
  };

  @Test
  void every_agenda_keeps_its_invariants_when_planned_and_when_planned_anew() {
    Random random = new Random(SEED);
    Sitting shared = Sittings.shared(OCTOBER);
    for (int set = 0; set < SETS; set++) {
      Sitting sitting = new Sitting(shared.startsAt(), 60 + 15 * random.nextInt(8), shared.lanes());
      PlanInput input = input(sitting, random);
      Agenda agenda = Planner.plan(input);
      check(set, input, agenda);
      PlanInput anew = anew(input, agenda, random);
      check(set, anew, Planner.plan(anew));
    }
  }

  @Test
  void an_agenda_is_the_same_in_any_order_and_any_time_zone() {
    TimeZone before = TimeZone.getDefault();
    try {
      Random random = new Random(SEED);
      Sitting sitting = Sittings.shared(OCTOBER);
      for (int set = 0; set < 2_000; set++) {
        PlanInput input = input(sitting, random);
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
        Agenda here = Planner.plan(input);
        TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
        Agenda there = Planner.plan(shuffled(input, random));

        assertThat(there).as("seed %d, set %d", SEED, set).isEqualTo(here);
        assertThat(there.canonicalText()).isEqualTo(here.canonicalText());
        assertThat(there.digest()).isEqualTo(here.digest());
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  /**
   * Sets iterate in another order in every process, so this is not seen within one. A change of the
   * rules changes the number, and is to be meant.
   */
  @Test
  void another_process_on_another_machine_builds_the_same_agendas() {
    Random random = new Random(SEED);
    Sitting sitting = Sittings.shared(OCTOBER);
    int all = 0;
    for (int set = 0; set < 2_000; set++) {
      all = 31 * all + Planner.plan(input(sitting, random)).digest().hashCode();
    }

    assertThat(all).isEqualTo(APPROVED);
  }

  @Test
  void planning_anew_without_news_changes_nothing() {
    Random random = new Random(SEED);
    Sitting sitting = Sittings.shared(OCTOBER);
    for (int set = 0; set < 2_000; set++) {
      PlanInput input = input(sitting, random);
      Agenda agenda = Planner.plan(input);
      List<Candidate> same =
          input.candidates().stream().map(candidate -> published(candidate, agenda)).toList();
      Agenda again = Planner.plan(with(input, same));

      assertThat(again.placed()).as("seed %d, set %d", SEED, set).containsAll(agenda.placed());
    }
  }

  private static void check(int set, PlanInput input, Agenda agenda) {
    String name = "seed " + SEED + ", set " + set + "\n" + agenda.canonicalText();
    nothingIsLost(name, input, agenda);
    assertThat(staysWithinItsHoursOneItemAtATime(input.sitting(), agenda)).as(name).isTrue();
    assertThat(keepsItsLanesTogether(agenda)).as(name).isTrue();
    assertThat(reportsEveryConflict(input, agenda)).as(name).isTrue();
    assertThat(saysWhereEveryCarriedItemWent(agenda)).as(name).isTrue();
    assertThat(keepsWhatIsPublished(input, agenda)).as(name).isTrue();
  }

  private static void nothingIsLost(String name, PlanInput input, Agenda agenda) {
    List<MeetingRequestId> out = new ArrayList<>();
    agenda.placed().forEach(item -> out.add(item.requestId()));
    agenda.carried().forEach(item -> out.add(item.requestId()));
    agenda.refused().forEach(item -> out.add(item.requestId()));
    Set<MeetingRequestId> received = new HashSet<>();
    input.received().forEach(candidate -> received.add(candidate.requestId()));
    assertThat(out).as(name).hasSameSizeAs(received);
    assertThat(new HashSet<>(out)).as(name).isEqualTo(received);
  }

  private static boolean staysWithinItsHoursOneItemAtATime(Sitting sitting, Agenda agenda) {
    Instant free = sitting.startsAt();
    for (PlacedItem item : agenda.placed()) {
      if (item.startsAt().isBefore(free)) {
        return false;
      }
      free = item.endsAt();
    }
    return !free.isAfter(sitting.startsAt().plus(Duration.ofMinutes(sitting.capacityMinutes())));
  }

  /** Each item stands in the lane of its kind; the lanes follow each other in their order. */
  private static boolean keepsItsLanesTogether(Agenda agenda) {
    return agenda.lanes().stream()
            .allMatch(
                lane ->
                    lane.items().stream()
                        .allMatch(
                            item ->
                                item.request().conference() == lane.conference()
                                    && item.meetingId().equals(lane.meetingId())))
        && agenda.lanes().getFirst().conference() == ConferenceKind.SUPPORT_CONFERENCE;
  }

  private static boolean reportsEveryConflict(PlanInput input, Agenda agenda) {
    int found = 0;
    for (PlacedItem item : agenda.placed()) {
      for (BusyTime busy : input.busy()) {
        boolean both =
            item.agencies().contains(busy.agency())
                && busy.from().isBefore(item.endsAt())
                && item.startsAt().isBefore(busy.until());
        found += both ? 1 : 0;
      }
    }
    return agenda.conflicts().size() == found;
  }

  private static boolean saysWhereEveryCarriedItemWent(Agenda agenda) {
    return agenda.carried().stream()
        .allMatch(item -> item.extraProposed() == (item.next() == null));
  }

  /** Whoever has a notice and may still be heard is heard. */
  private static boolean keepsWhatIsPublished(PlanInput input, Agenda agenda) {
    List<MeetingRequestId> placed = Sittings.order(agenda);
    return input.received().stream()
        .filter(Candidate::isPlaced)
        .filter(candidate -> Eligibility.objection(candidate, input.sitting()).isEmpty())
        .allMatch(candidate -> placed.contains(candidate.requestId()));
  }

  private static PlanInput input(Sitting sitting, Random random) {
    List<Candidate> candidates = new ArrayList<>();
    int count = random.nextInt(12);
    for (int number = 1; number <= count; number++) {
      candidates.add(candidate(number, random));
    }
    List<BusyTime> busy = new ArrayList<>();
    while (random.nextInt(3) == 0) {
      Instant from = sitting.startsAt().plus(Duration.ofMinutes(15L * random.nextInt(12) - 30));
      busy.add(
          new BusyTime(
              new AgencyId(AGENCIES[random.nextInt(6)]),
              from,
              from.plus(Duration.ofMinutes(60)),
              new MeetingId("chiiki-care.2026-10-13." + (busy.size() + 1))));
    }
    return new PlanInput(
        sitting, candidates, busy, Ask.tokyo("2026-09-29T08:30"), BreakRule.standard());
  }

  private static Candidate candidate(int number, Random random) {
    Ask ask =
        Ask.number(number)
            .in(ConferenceKind.values()[random.nextInt(2)])
            .purpose(PURPOSES.get(random.nextInt(PURPOSES.size())))
            .minutes(5 * (1 + random.nextInt(random.nextInt(10) == 0 ? 40 : 12)))
            .at(Ask.tokyo("2026-08-01T10:00").plus(Duration.ofHours(random.nextInt(24 * 62))))
            .by(AGENCIES[random.nextInt(AGENCIES.length)])
            .with(AGENCIES[random.nextInt(6)], AGENCIES[random.nextInt(AGENCIES.length)])
            .screened(route(random));
    if (random.nextInt(8) == 0) {
      ask.urgent();
    }
    if (random.nextInt(8) == 0) {
      ask.notBefore(OCTOBER.plusDays(random.nextInt(60) - 30).toString());
    }
    if (random.nextInt(8) == 0) {
      ask.due(OCTOBER.plusDays(random.nextInt(90) - 10).toString());
    }
    return byTheDesk(ask.build(), random).carried(random.nextInt(3));
  }

  private static @Nullable ScreeningRoute route(Random random) {
    int route = random.nextInt(ROUTES.size() + 4);
    return route < ROUTES.size()
        ? ROUTES.get(route)
        : route == 7 ? null : ScreeningRoute.SUPPORT_CONFERENCE;
  }

  private static Candidate byTheDesk(Candidate candidate, Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> candidate.admittedLate("sonota");
      case 1 ->
          candidate.placedByHand(
              new HandPlacement(Sittings.SHIEN_OCTOBER, 1 + random.nextInt(4), "sonota"));
      default -> candidate;
    };
  }

  /** Consent came for some, some were withdrawn, some are new, and the agenda is published. */
  private static PlanInput anew(PlanInput input, Agenda agenda, Random random) {
    List<Candidate> next = new ArrayList<>();
    for (Candidate candidate : input.candidates()) {
      if (random.nextInt(8) > 0) {
        next.add(published(candidate, agenda));
      }
    }
    for (int number = 100; number < 100 + random.nextInt(4); number++) {
      next.add(candidate(number, random));
    }
    next.replaceAll(candidate -> random.nextInt(8) == 0 ? changed(candidate) : candidate);
    return with(input, next);
  }

  private static Candidate published(Candidate candidate, Agenda agenda) {
    return agenda.placed().stream()
        .filter(item -> item.requestId().equals(candidate.requestId()))
        .findFirst()
        .map(item -> Ask.again(candidate, candidate.item().conference(), item))
        .orElse(candidate);
  }

  private static Candidate changed(Candidate candidate) {
    ConferenceKind other =
        candidate.item().conference() == ConferenceKind.SUPPORT_CONFERENCE
            ? ConferenceKind.PLAN_CONFERENCE
            : ConferenceKind.SUPPORT_CONFERENCE;
    return Ask.again(candidate, other, null);
  }

  private static PlanInput shuffled(PlanInput input, Random random) {
    List<Candidate> candidates = new ArrayList<>(input.candidates());
    Collections.shuffle(candidates, random);
    List<BusyTime> busy = new ArrayList<>(input.busy());
    Collections.shuffle(busy, random);
    List<Lane> lanes = new ArrayList<>(input.sitting().lanes());
    Collections.shuffle(lanes, random);
    Sitting sitting =
        new Sitting(input.sitting().startsAt(), input.sitting().capacityMinutes(), lanes);
    return new PlanInput(sitting, candidates, busy, input.knownUntil(), input.breaks());
  }

  private static PlanInput with(PlanInput input, List<Candidate> candidates) {
    return new PlanInput(
        input.sitting(), candidates, input.busy(), input.knownUntil(), input.breaks());
  }
}
