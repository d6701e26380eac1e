package jp.tsunagu.stats.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.figure.TimeKind;
import jp.tsunagu.stats.table.ConsultationTable;
import jp.tsunagu.stats.table.CountedCase.Column;
import jp.tsunagu.stats.table.CountingRules;
import jp.tsunagu.stats.table.CountingRules.FieldsCounted;
import jp.tsunagu.stats.table.CountingRules.ReopenedAs;
import jp.tsunagu.stats.table.MeetingTable;
import jp.tsunagu.stats.testing.CaseStory;
import jp.tsunagu.stats.testing.Figures;
import org.junit.jupiter.api.Test;

/** シナリオ1 8050とひきこもり: its figure lines S1-D. */
class HikikomoriScenarioTest {

  private final CaseStory story =
      new CaseStory(1)
          .at("2026-09-03T10:20")
          .received("hokatsu-higashi", "tobu", Field.ELDERLY_CARE, Field.OTHER)
          .at("2026-09-03T10:52")
          .sent(1, "hokatsu-higashi", "shakyo")
          .arrived(1)
          .at("2026-09-04T09:05")
          .opened(1)
          .at("2026-09-07T11:30")
          .accepted(1)
          .at("2026-10-13T15:00")
          .held(
              "shien.2026-10-13",
              ConferenceKind.SUPPORT_CONFERENCE,
              SessionKind.REGULAR,
              "desk",
              "hokatsu-higashi",
              "shakyo",
              "shogai-kikan",
              "hokensho")
          .at("2026-10-14T10:00")
          .settled(Field.ELDERLY_CARE, Field.DISABILITY, Field.OTHER)
          .at("2026-11-12T14:00")
          .contact(1)
          .at("2026-12-02T09:00")
          .coordinationRequested("shakyo", "desk", false)
          .coordinationAccepted()
          .at("2026-12-08T15:00")
          .held("juso.2026-12-08", ConferenceKind.PLAN_CONFERENCE, SessionKind.REGULAR, "shakyo")
          .supportDecided()
          .at("2026-12-09T10:00")
          .sent(2, "shakyo", "shogai-kikan")
          .at("2026-12-10T10:00")
          .accepted(2)
          .at("2027-06-08T15:00")
          .held("juso.2027-06-08", ConferenceKind.PLAN_CONFERENCE, SessionKind.REGULAR, "shakyo")
          .coordinationClosed();

  @Test
  void D1_acceptance_took_4_days_0_hours_38_minutes_and_18_office_hours_8_minutes() {
    Figures figures = Figures.of(story);
    String pair = "day-2026-09-07/pair/hokatsu-higashi/shakyo";
    near(figures.median(pair, Measure.ACCEPTANCE, TimeKind.CALENDAR), Duration.ofMinutes(5798));
    near(figures.median(pair, Measure.ACCEPTANCE, TimeKind.WORKING), Duration.ofMinutes(1088));
    assertThat(figures.times(pair, Measure.ACCEPTANCE, TimeKind.WORKING).count()).isOne();
  }

  @Test
  void D2_the_kind_of_consultation_counts_once_by_the_fields_at_reception() {
    assertThat(newRows(FieldsCounted.AT_RECEPTION)).containsExactly("高齢・介護/その他");
  }

  @Test
  void D2_the_kind_of_consultation_counts_once_by_the_fields_as_settled() {
    assertThat(newRows(FieldsCounted.AS_SETTLED)).containsExactly("高齢・介護/障害/その他");
  }

  @Test
  void D3_one_support_conference_and_one_plan_conference_in_each_year() {
    MeetingTable support = meetings(ConferenceKind.SUPPORT_CONFERENCE, 2026);
    assertThat(support.meetings()).hasSize(1);
    assertThat(support.cases()).hasSize(1);
    assertThat(support.items()).isOne();
    assertThat(meetings(ConferenceKind.PLAN_CONFERENCE, 2026).items()).isOne();
    assertThat(meetings(ConferenceKind.PLAN_CONFERENCE, 2027).items()).isOne();
  }

  @Test
  void D4_on_1_April_it_is_carried_over_and_not_new() {
    ConsultationTable next = table(FieldsCounted.AT_RECEPTION, 2027);
    assertThat(next.total(Column.CARRIED_OVER)).isOne();
    assertThat(next.total(Column.NEW)).isZero();
  }

  @Test
  void D5_participating_agencies_count_by_their_field_without_the_organising_city() {
    assertThat(meetings(ConferenceKind.SUPPORT_CONFERENCE, 2026).attendances())
        .isEqualTo(
            Map.of(
                StatisticsField.ELDERLY, 1,
                StatisticsField.DISABILITY, 1,
                StatisticsField.HEALTH, 1,
                StatisticsField.OTHER, 1));
  }

  private List<String> newRows(FieldsCounted fields) {
    return table(fields, 2026).rows().stream()
        .filter(row -> row.count(Column.NEW) > 0)
        .map(row -> row.combination().label())
        .toList();
  }

  private ConsultationTable table(FieldsCounted fields, int year) {
    return ConsultationTable.of(
        List.of(story.facts()),
        rules(fields),
        new FiscalYear(year),
        CaseStory.tokyo("2027-07-01T00:00"));
  }

  private MeetingTable meetings(ConferenceKind kind, int year) {
    return MeetingTable.of(
        List.of(story.facts()),
        rules(FieldsCounted.AT_RECEPTION),
        kind,
        LocalDate.of(year, 4, 1),
        LocalDate.of(year + 1, 3, 31));
  }

  private static CountingRules rules(FieldsCounted fields) {
    return new CountingRules(
        Set.of(new AgencyId("desk"), new AgencyId("shakyo")),
        fields,
        ReopenedAs.REOPENED,
        Set.of(),
        Map.of(),
        Map.of(
            new AgencyId("hokatsu-higashi"), StatisticsField.ELDERLY,
            new AgencyId("shogai-kikan"), StatisticsField.DISABILITY,
            new AgencyId("hokensho"), StatisticsField.HEALTH,
            new AgencyId("shakyo"), StatisticsField.OTHER,
            new AgencyId("desk"), StatisticsField.OTHER),
        Set.of(new AgencyId("desk")));
  }

  static void near(Duration found, Duration exact) {
    assertThat((double) found.toMillis())
        .isCloseTo(exact.toMillis(), within(exact.toMillis() * 0.01));
  }
}
