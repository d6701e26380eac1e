package jp.tsunagu.stats.scenario;

import static jp.tsunagu.stats.scenario.HikikomoriScenarioTest.near;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.FactsFold;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.figure.Stage;
import jp.tsunagu.stats.figure.TimeKind;
import jp.tsunagu.stats.table.ConsultationTable;
import jp.tsunagu.stats.table.CountedCase.Column;
import jp.tsunagu.stats.table.CountingRules;
import jp.tsunagu.stats.table.CountingRules.FieldsCounted;
import jp.tsunagu.stats.table.CountingRules.ReopenedAs;
import jp.tsunagu.stats.table.GapRegister;
import jp.tsunagu.stats.testing.CaseStory;
import jp.tsunagu.stats.testing.Figures;
import org.junit.jupiter.api.Test;

/** シナリオ5 生活困窮と「つなぎ戻し」: its figure lines S5-D. */
class HandBackScenarioTest {

  private final CaseStory story =
      new CaseStory(5)
          .at("2026-10-28T14:00")
          .received("nozei", "seibu", Field.POVERTY)
          .at("2026-10-28T14:30")
          .sent(1, 1, "nozei", "jiritsu-soudan", ReferralMode.HANDOVER, Urgency.NORMAL)
          .at("2026-10-29T08:50")
          .opened(1)
          .at("2026-11-02T10:00")
          .accepted(1)
          .at("2026-11-05T10:00")
          .contact(1)
          .at("2026-11-09T10:00")
          .settled(Field.POVERTY, Field.DISABILITY, Field.ELDERLY_CARE)
          .at("2026-11-16T10:00")
          .sent(2, "jiritsu-soudan", "shogai-kikan")
          .at("2026-11-27T08:30")
          .dueSoon(2)
          .at("2026-12-01T17:15")
          .overdue(2)
          .at("2026-12-03T11:00")
          .declined(2, "NOT_ELIGIBLE")
          .at("2026-12-03T14:00")
          .sent(3, 2, "jiritsu-soudan", "shakyo", ReferralMode.TOGETHER, Urgency.NORMAL)
          .at("2026-12-07T09:30")
          .sentBack(3, "INFORMATION_MISSING")
          .at("2026-12-09T10:00")
          .coordinationRequested("jiritsu-soudan", "desk", false)
          .at("2026-12-10T10:00")
          .coordinationAccepted()
          .at("2026-12-17T15:00")
          .sent(4, "desk", "hokatsu-nishi")
          .at("2026-12-22T11:00")
          .accepted(4)
          .at("2027-01-28T14:00")
          .supportDecided()
          .lacking("WORK_TRIAL_WITHOUT_CERTIFICATE")
          .at("2027-02-10T13:00")
          .handedBack(5, "desk", "jiritsu-soudan")
          .at("2027-02-12T10:00")
          .asked(5)
          .at("2027-02-15T10:00")
          .told(5)
          .at("2027-02-18T09:30")
          .accepted(5)
          .at("2027-03-16T14:00")
          .coordinationClosed()
          .at("2027-05-24T10:00")
          .coordinationRequested("jiritsu-soudan", "desk", true)
          .coordinationAccepted();

  @Test
  void D1_acceptance_took_4_days_19_hours_30_minutes_and_21_office_hours_45_minutes() {
    acceptance("day-2026-11-02/pair/nozei/jiritsu-soudan", "P4DT19H30M", "PT21H45M");
  }

  @Test
  void D2_the_answer_took_17_days_1_hour_and_106_office_hours_and_was_overdue_once() {
    Figures figures = Figures.of(story);
    String pair = "day-2026-12-03/pair/jiritsu-soudan/shogai-kikan";
    near(figures.median(pair, Measure.FIRST_ANSWER, TimeKind.CALENDAR), Duration.parse("P17DT1H"));
    near(figures.median(pair, Measure.FIRST_ANSWER, TimeKind.WORKING), Duration.ofHours(106));
    assertThat(figures.count("day-2026-12-01/all", Measure.BECAME_OVERDUE)).isOne();
  }

  @Test
  void D3_the_mothers_agency_and_the_hand_back_with_the_wait_for_information_apart() {
    acceptance("day-2026-12-22/pair/desk/hokatsu-nishi", "P4DT20H", "PT22H15M");
    acceptance("day-2027-02-18/pair/desk/jiritsu-soudan", "P7DT20H30M", "PT40H15M");
    near(
        Figures.of(story)
            .median(
                "day-2027-02-15/pair/desk/jiritsu-soudan", Measure.INFORMATION, TimeKind.CALENDAR),
        Duration.ofDays(3));
  }

  @Test
  void D4_the_poverty_counter_has_the_case_from_acceptance_on_without_a_break() {
    assertThat(caseload("2026-11-02T09:59", "jiritsu-soudan")).isZero();
    for (LocalDate day = LocalDate.of(2026, 11, 3); day.getYear() < 2028; day = day.plusDays(7)) {
      assertThat(caseload(day + "T12:00", "jiritsu-soudan")).isOne();
    }
  }

  @Test
  void D4_the_desk_has_it_from_10_December_to_16_March_and_again_from_24_May() {
    assertThat(caseload("2026-12-09T12:00", "desk")).isZero();
    assertThat(caseload("2026-12-10T10:00", "desk")).isOne();
    Figures handedBack = Figures.of(factsAt("2027-02-18T09:30"));
    assertThat(handedBack.count("now/agency/desk", Measure.OPEN_CASES)).isOne();
    assertThat(handedBack.bucket("now/agency/desk").count(Stage.HANDED_BACK)).isOne();
    assertThat(caseload("2027-03-16T14:00", "desk")).isZero();
    assertThat(caseload("2027-05-24T10:00", "desk")).isOne();
  }

  @Test
  void D5_hand_back_sending_back_decline_and_ping_pong_are_four_numbers() {
    Figures figures = Figures.of(story);
    assertThat(total(figures, Measure.HANDED_BACK)).isOne();
    assertThat(total(figures, Measure.SENT_BACK)).isOne();
    assertThat(total(figures, Measure.DECLINED)).isOne();
    assertThat(total(figures, Measure.PING_PONG)).isOne();
    assertThat(figures.count("day-2026-12-03/reason/NOT_ELIGIBLE", Measure.DECLINED)).isOne();
  }

  @Test
  void D6_the_kind_of_consultation_counts_what_the_desk_received_and_not_the_tax_office() {
    ConsultationTable table = table(2026);
    assertThat(table.total(Column.NEW)).isOne();
    assertThat(table.rows())
        .filteredOn(row -> row.count(Column.NEW) == 1)
        .extracting(row -> row.combination().label())
        .containsExactly("高齢・介護/障害/困窮");
  }

  @Test
  void step_15_and_16_it_is_not_carried_over_but_reopened() {
    ConsultationTable next = table(2027);
    assertThat(next.total(Column.CARRIED_OVER)).isZero();
    assertThat(next.total(Column.NEW)).isZero();
    assertThat(next.total(Column.REOPENED)).isOne();
  }

  @Test
  void V6_the_missing_resource_stands_in_the_register() {
    GapRegister register =
        GapRegister.of(List.of(story.facts()), LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31));
    assertThat(register.counts()).isEqualTo(Map.of("WORK_TRIAL_WITHOUT_CERTIFICATE", 1L));
  }

  private void acceptance(String pair, String calendar, String working) {
    Figures figures = Figures.of(story);
    near(figures.median(pair, Measure.ACCEPTANCE, TimeKind.CALENDAR), Duration.parse(calendar));
    near(figures.median(pair, Measure.ACCEPTANCE, TimeKind.WORKING), Duration.parse(working));
  }

  private long caseload(String time, String agency) {
    return Figures.of(factsAt(time)).count("now/agency/" + agency, Measure.OPEN_CASES);
  }

  private CaseFacts factsAt(String time) {
    Instant until = CaseStory.tokyo(time);
    List<CaseEvent> known =
        story.events().stream().filter(e -> !e.header().occurredAt().isAfter(until)).toList();
    return FactsFold.evolve(CaseFacts.beforeFirst(story.caseId()), known);
  }

  private static long total(Figures figures, Measure measure) {
    return figures.buckets().entrySet().stream()
        .filter(entry -> entry.getKey().code().endsWith("/all"))
        .mapToLong(entry -> entry.getValue().count(measure))
        .sum();
  }

  private ConsultationTable table(int year) {
    CountingRules rules =
        new CountingRules(
            Set.of(new AgencyId("desk")),
            FieldsCounted.AT_RECEPTION,
            ReopenedAs.REOPENED,
            Set.of(),
            Map.of(),
            Map.of(),
            Set.of());
    Instant later = LocalDate.of(2028, 1, 1).atStartOfDay(TokyoTime.ZONE).toInstant();
    return ConsultationTable.of(List.of(story.facts()), rules, new FiscalYear(year), later);
  }
}
