package jp.tsunagu.compose.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.Programme;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.growth.GrowingCode;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.SideKind;
import jp.tsunagu.gateway.decision.WalkCount;
import jp.tsunagu.gateway.decision.WalkedHousehold;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.FactsFold;
import jp.tsunagu.stats.table.ConsultationTable;
import jp.tsunagu.stats.table.CountedCase.Column;
import jp.tsunagu.stats.table.CountingRules;
import jp.tsunagu.stats.table.CountingRules.FieldsCounted;
import jp.tsunagu.stats.table.CountingRules.ReopenedAs;
import jp.tsunagu.stats.table.GapRegister;
import jp.tsunagu.stats.table.MeetingTable;
import jp.tsunagu.stats.table.ProgrammeTable;
import jp.tsunagu.stats.table.ReviewTable;
import jp.tsunagu.stats.table.SupportTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 1,000 seeded households walk every flow of four cities through the gateway's decisions; the
 * tables of the statistics say what each walk counted itself when it decided to do it. Every walk
 * goes from one fiscal year into the next, and each year is counted for itself.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TablesEqualTheWalksOwnCountTest {
  private static final int HOUSEHOLDS = 1_000;
  private static final long SEED = 20_261_128L;
  private static final List<FiscalYear> YEARS =
      List.of(WalkedHousehold.FIRST, WalkedHousehold.FIRST.next());
  private static final AgencyId RECEIVES = new AgencyId("hokatsu-higashi");
  private static final AgencyId SITS = new AgencyId("shogai-kikan");
  private static final CountingRules RULES =
      new CountingRules(
          Set.of(RECEIVES),
          FieldsCounted.AT_RECEPTION,
          ReopenedAs.REOPENED,
          Set.of(RECEIVES),
          Map.of(RECEIVES, Set.of(Programme.COMPREHENSIVE_SUPPORT)),
          Map.of(SITS, StatisticsField.DISABILITY),
          Set.of());

  private static List<WalkedHousehold> all;

  @BeforeAll
  static void walk() {
    all = WalkedHousehold.seeded(HOUSEHOLDS, SEED);
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void programmes_count_the_households_that_went_there(int city, FiscalYear year) {
    List<WalkedHousehold> walked = of(city);
    ProgrammeTable table = ProgrammeTable.of(facts(walked), RULES, year);
    int received = year.equals(WalkedHousehold.FIRST) ? walked.size() : 0;
    assertThat(
            GrowingCode.known(Programme.class).stream()
                .map(one -> table.programmes().getOrDefault(one, List.of()).size())
                .toList())
        .containsExactly(
            received,
            count(walked, year, own -> own.sides(SideKind.PARTICIPATION).begun() > 0),
            0,
            count(walked, year, own -> own.sides(SideKind.OUTREACH).begun() > 0),
            count(walked, year, WalkCount.Year::beganCoordination),
            count(walked, year, WalkCount.Year::hasPlan));
    ConsultationTable consultations =
        ConsultationTable.of(facts(walked), RULES, year, lastDay(year));
    assertThat(consultations.total(Column.NEW)).isEqualTo(received);
    assertThat(consultations.total(Column.CARRIED_OVER)).isEqualTo(walked.size() - received);
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void supports_beside_a_case_count_as_often_as_they_began_ended_and_stay(
      int city, FiscalYear year) {
    List<WalkedHousehold> walked = of(city);
    Map<SideKind, SupportTable.Row> expected = new EnumMap<>(SideKind.class);
    for (SideKind kind : GrowingCode.known(SideKind.class)) {
      WalkCount.Sides sides =
          own(walked, year)
              .map(own -> own.sides(kind))
              .reduce(WalkCount.Sides.NONE, WalkCount.Sides::and);
      assertThat(sides.begun()).as("%s began", kind).isGreaterThan(100);
      expected.put(
          kind,
          new SupportTable.Row(
              sides.begun(), sides.carriedOver(), sides.ended(), Map.of(), sides.staying()));
    }
    assertThat(SupportTable.of(facts(walked), year, lastDay(year)).kinds()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void meetings_and_gaps_count_as_they_were_held_and_said(int city, FiscalYear year) {
    List<WalkedHousehold> walked = of(city);
    MeetingTable table =
        MeetingTable.of(
            facts(walked), RULES, ConferenceKind.PLAN_CONFERENCE, year.first(), year.last());
    Set<MeetingId> meetings = new HashSet<>();
    own(walked, year).forEach(own -> meetings.addAll(own.meetings()));
    assertThat(table.meetings()).hasSameSizeAs(meetings).hasSizeGreaterThan(1);
    assertThat(table.cases()).hasSize(count(walked, year, own -> !own.meetings().isEmpty()));
    assertThat(table.items())
        .isEqualTo(own(walked, year).mapToInt(own -> own.meetings().size()).sum());
    assertThat(table.attendances())
        .containsExactly(Map.entry(StatisticsField.DISABILITY, meetings.size()));
    long lacking = own(walked, year).mapToLong(own -> own.lacking().size()).sum();
    assertThat(lacking).isGreaterThan(20);
    assertThat(GapRegister.of(facts(walked), year.first(), year.last()).counts())
        .isEqualTo(Map.of("housing", lacking));
  }

  @ParameterizedTest
  @FieldSource("YEARS")
  void the_review_has_each_household_with_its_last_decision_its_result_and_what_was_missing(
      FiscalYear year) {
    Map<CaseId, WalkCount.Year> expected = new HashMap<>();
    for (WalkedHousehold one : all) {
      WalkCount.Year own = one.counted().in(year);
      if (own.wasCoordinated() || !own.meetings().isEmpty()) {
        expected.put(id(one), own);
      }
    }
    List<ReviewTable.Line> lines = ReviewTable.of(facts(all), year).lines();
    assertThat(lines).hasSameSizeAs(expected.keySet()).hasSizeGreaterThan(HOUSEHOLDS / 2);
    assertThat(lines)
        .allSatisfy(
            line -> {
              WalkCount.Year own = Objects.requireNonNull(expected.get(line.name().id()));
              assertThat(line.decided()).isEqualTo(own.decided());
              assertThat(line.coordinated() != null).isEqualTo(own.wasCoordinated());
              assertThat(line.hasEnded(year)).isEqualTo(own.isClosed());
              assertThat(line.lacking()).isEqualTo(Set.copyOf(own.lacking()));
            });
  }

  private static Stream<Arguments> everywhere() {
    return YEARS.stream()
        .flatMap(year -> IntStream.range(0, 4).mapToObj(city -> Arguments.of(city, year)));
  }

  private static List<WalkedHousehold> of(int city) {
    List<WalkedHousehold> walked = all.stream().filter(one -> one.city() == city).toList();
    assertThat(walked).hasSize(HOUSEHOLDS / 4);
    return walked;
  }

  private static Stream<WalkCount.Year> own(List<WalkedHousehold> walked, FiscalYear year) {
    return walked.stream().map(one -> one.counted().in(year));
  }

  private static int count(
      List<WalkedHousehold> walked, FiscalYear year, Predicate<WalkCount.Year> which) {
    return Math.toIntExact(own(walked, year).filter(which).count());
  }

  private static Instant lastDay(FiscalYear year) {
    return year.last().atStartOfDay(TokyoTime.ZONE).toInstant();
  }

  private static List<CaseFacts> facts(List<WalkedHousehold> walked) {
    return walked.stream()
        .map(one -> FactsFold.evolve(CaseFacts.beforeFirst(id(one)), one.events()))
        .toList();
  }

  private static CaseId id(WalkedHousehold one) {
    CaseEvent first = one.events().getFirst();
    return first.header().caseId();
  }
}
