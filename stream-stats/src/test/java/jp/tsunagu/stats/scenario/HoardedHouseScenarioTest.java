package jp.tsunagu.stats.scenario;

import static jp.tsunagu.stats.scenario.HikikomoriScenarioTest.near;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.figure.TimeKind;
import jp.tsunagu.stats.table.CountingRules;
import jp.tsunagu.stats.table.CountingRules.FieldsCounted;
import jp.tsunagu.stats.table.CountingRules.ReopenedAs;
import jp.tsunagu.stats.table.MeetingTable;
import jp.tsunagu.stats.testing.CaseStory;
import jp.tsunagu.stats.testing.Figures;
import org.junit.jupiter.api.Test;

/** シナリオ3 ごみ屋敷・同意なし: the figure lines S3-D that events give. */
class HoardedHouseScenarioTest {

  private final CaseStory story =
      new CaseStory(3)
          .at("2026-06-22T09:40")
          .received("kankyo", "tobu", Field.OTHER)
          .coordinationRequested("kankyo", "kankyo", false)
          .coordinationAccepted()
          .at("2026-06-22T11:15")
          .sent(1, 1, "kankyo", "shakyo", ReferralMode.ADVICE, Urgency.NORMAL)
          .at("2026-06-23T10:00")
          .accepted(1)
          .completed(1)
          .at("2026-07-09T14:00")
          .held(
              "shien.2026-07-09", ConferenceKind.SUPPORT_CONFERENCE, SessionKind.PER_CASE, "kankyo")
          .at("2026-07-18T07:30")
          .sent(2, 2, "hokatsu-higashi", "hokensho", ReferralMode.TOGETHER, Urgency.EMERGENCY)
          .at("2026-07-18T09:00")
          .accepted(2)
          .at("2026-08-03T10:00")
          .coordinatorChanged("kankyo", "korei")
          .at("2026-08-07T10:00")
          .held("juso.2026-08-07", ConferenceKind.PLAN_CONFERENCE, SessionKind.PER_CASE, "korei")
          .at("2026-09-30T10:00")
          .held("juso.2026-09-30", ConferenceKind.PLAN_CONFERENCE, SessionKind.PER_CASE, "korei")
          .coordinationClosed();

  @Test
  void D1_one_support_conference_and_two_plan_conferences_all_per_case() {
    MeetingTable support = meetings(ConferenceKind.SUPPORT_CONFERENCE);
    assertThat(support.meetings()).hasSize(1);
    assertThat(support.items()).isOne();
    MeetingTable plan = meetings(ConferenceKind.PLAN_CONFERENCE);
    assertThat(plan.meetings())
        .hasSize(2)
        .allMatch(meeting -> meeting.session() == SessionKind.PER_CASE);
    assertThat(plan.cases()).hasSize(1);
    assertThat(plan.items()).isEqualTo(2);
  }

  @Test
  void D3_the_emergency_was_answered_after_an_hour_and_a_half_of_real_time() {
    Figures figures = Figures.of(story);
    String urgency = "day-2026-07-18/urgency/EMERGENCY";
    near(figures.median(urgency, Measure.FIRST_ANSWER, TimeKind.CALENDAR), Duration.ofMinutes(90));
    assertThat(figures.median(urgency, Measure.FIRST_ANSWER, TimeKind.WORKING)).isZero();
  }

  @Test
  void D5_coordination_counts_for_the_department_that_has_it() {
    Figures figures = Figures.of(story);
    assertThat(figures.count("day-2026-06-22/agency/kankyo", Measure.COORDINATION_OPENED)).isOne();
    assertThat(figures.count("day-2026-08-03/agency/kankyo", Measure.COORDINATION_CLOSED)).isOne();
    assertThat(figures.count("day-2026-08-03/agency/korei", Measure.COORDINATION_OPENED)).isOne();
    assertThat(figures.count("day-2026-09-30/agency/korei", Measure.COORDINATION_CLOSED)).isOne();
    assertThat(figures.count("day-2026-08-03/all", Measure.COORDINATION_OPENED)).isZero();
    assertThat(figures.count("day-2026-06-22/agency/desk", Measure.COORDINATION_OPENED)).isZero();
  }

  @Test
  void advice_without_a_name_leaves_the_case_where_it_is() {
    assertThat(Figures.of(story).count("now/agency/shakyo", Measure.OPEN_CASES)).isZero();
    assertThat(Figures.of(story).count("now/agency/kankyo", Measure.OPEN_CASES)).isOne();
  }

  private MeetingTable meetings(ConferenceKind kind) {
    CountingRules rules =
        new CountingRules(
            Set.of(),
            FieldsCounted.AT_RECEPTION,
            ReopenedAs.REOPENED,
            Set.of(),
            Map.of(),
            Map.of(),
            Set.of());
    return MeetingTable.of(
        List.of(story.facts()), rules, kind, LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31));
  }
}
