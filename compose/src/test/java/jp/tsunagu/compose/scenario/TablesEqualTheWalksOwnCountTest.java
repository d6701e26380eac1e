package jp.tsunagu.compose.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * 1,000 seeded households walk every flow of four cities through the gateway's decisions; the
 * tables of the statistics say what each walk counted itself when it decided to do it.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TablesEqualTheWalksOwnCountTest {
  private static final int HOUSEHOLDS = 1_000;
  private static final long SEED = 20_261_128L;
  private static final FiscalYear YEAR = new FiscalYear(2026);
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
  @ValueSource(ints = {0, 1, 2, 3})
  void programmes_count_the_households_that_went_there(int city) {
    List<WalkedHousehold> walked = of(city);
    ProgrammeTable table = ProgrammeTable.of(facts(walked), RULES, YEAR);
    assertThat(
            GrowingCode.known(Programme.class).stream()
                .map(one -> table.programmes().getOrDefault(one, List.of()).size())
                .toList())
        .containsExactly(
            walked.size(),
            count(walked, counted -> counted.sides(SideKind.PARTICIPATION).begun() > 0),
            0,
            count(walked, counted -> counted.sides(SideKind.OUTREACH).begun() > 0),
            count(walked, WalkCount::wasCoordinated),
            count(walked, WalkCount::hasPlan));
    assertThat(
            ConsultationTable.of(
                    facts(walked),
                    RULES,
                    YEAR,
                    YEAR.last().atStartOfDay(TokyoTime.ZONE).toInstant())
                .total(Column.NEW))
        .isEqualTo(walked.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void supports_beside_a_case_count_as_often_as_they_began_ended_and_stay(int city) {
    List<WalkedHousehold> walked = of(city);
    Map<SideKind, SupportTable.Row> expected = new EnumMap<>(SideKind.class);
    for (SideKind kind : GrowingCode.known(SideKind.class)) {
      WalkCount.Sides sides =
          walked.stream()
              .map(one -> one.counted().sides(kind))
              .reduce(WalkCount.Sides.NONE, WalkCount.Sides::and);
      assertThat(sides.begun()).as("%s began", kind).isGreaterThan(100);
      expected.put(
          kind, new SupportTable.Row(sides.begun(), 0, sides.ended(), Map.of(), sides.staying()));
    }
    assertThat(
            SupportTable.of(
                    facts(walked), YEAR, YEAR.last().atStartOfDay(TokyoTime.ZONE).toInstant())
                .kinds())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void meetings_and_gaps_count_as_they_were_held_and_said(int city) {
    List<WalkedHousehold> walked = of(city);
    MeetingTable table =
        MeetingTable.of(
            facts(walked), RULES, ConferenceKind.PLAN_CONFERENCE, YEAR.first(), YEAR.last());
    Set<MeetingId> meetings = new HashSet<>();
    walked.forEach(one -> meetings.addAll(one.counted().meetings()));
    assertThat(table.meetings()).hasSameSizeAs(meetings).hasSize(3);
    assertThat(table.cases()).hasSize(count(walked, one -> !one.meetings().isEmpty()));
    assertThat(table.items())
        .isEqualTo(walked.stream().mapToInt(one -> one.counted().meetings().size()).sum());
    assertThat(table.attendances()).containsExactly(Map.entry(StatisticsField.DISABILITY, 3));
    long lacking = walked.stream().mapToLong(one -> one.counted().lacking().size()).sum();
    assertThat(lacking).isGreaterThan(20);
    assertThat(GapRegister.of(facts(walked), YEAR.first(), YEAR.last()).counts())
        .isEqualTo(Map.of("housing", lacking));
  }

  @Test
  void the_review_has_each_household_with_its_last_decision_its_result_and_what_was_missing() {
    Map<CaseId, WalkCount> expected = new HashMap<>();
    all.stream()
        .filter(one -> one.counted().wasCoordinated() || !one.counted().meetings().isEmpty())
        .forEach(one -> expected.put(id(one), one.counted()));
    List<ReviewTable.Line> lines = ReviewTable.of(facts(all), YEAR).lines();
    assertThat(lines).hasSameSizeAs(expected.keySet()).hasSizeGreaterThan(HOUSEHOLDS / 2);
    assertThat(lines)
        .allSatisfy(
            line -> {
              WalkCount own = Objects.requireNonNull(expected.get(line.name().id()));
              assertThat(line.decided()).isEqualTo(own.decided());
              assertThat(line.coordinated() != null).isEqualTo(own.wasCoordinated());
              assertThat(line.hasEnded(YEAR)).isEqualTo(own.isClosed());
              assertThat(line.lacking()).isEqualTo(Set.copyOf(own.lacking()));
            });
  }

  private static List<WalkedHousehold> of(int city) {
    List<WalkedHousehold> walked = all.stream().filter(one -> one.city() == city).toList();
    assertThat(walked).hasSize(HOUSEHOLDS / 4);
    return walked;
  }

  private static int count(List<WalkedHousehold> walked, Predicate<WalkCount> which) {
    return Math.toIntExact(walked.stream().map(WalkedHousehold::counted).filter(which).count());
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
