package jp.tsunagu.stats.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.table.ReviewTable;
import jp.tsunagu.stats.testing.CaseStory;
import jp.tsunagu.stats.testing.Town;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class YearReportsTest {
  private static final FiscalYear YEAR = new FiscalYear(2026);
  private static final String TABLE = "juso.2026-07-09";

  private static final List<CaseFacts> CASES =
      Stream.of(
              decided(1).lacking("HOUSING").at("2026-08-03T10:00").reportOverdue(TABLE),
              decided(2).at("2027-02-01T10:00").coordinationClosed(),
              decided(3).at("2026-09-01T10:00").protect(),
              received(4))
          .map(CaseStory::facts)
          .toList();

  @Test
  void each_case_stands_with_its_result_and_what_was_missing_and_no_protected_one() {
    Report report =
        YearReports.review(ReviewTable.of(CASES, YEAR), new Labels(NetworkDirectory.EMPTY));
    assertThat(report.rows()).hasSize(2);
    assertThat(report.rows().getFirst()).contains("プラン確認・支援決定", "継続", "HOUSING", "報告書が出ていない", 1L);
    assertThat(report.rows().getLast()).contains("終結").doesNotContain("HOUSING");
    assertThat(report.columns().getLast().label()).isEqualTo("振り返り(記入)");
  }

  @Test
  void what_ended_before_the_year_is_not_looked_back_at_and_what_goes_on_is() {
    assertThat(ReviewTable.of(CASES, YEAR.next()).lines())
        .singleElement()
        .satisfies(line -> assertThat(line.meetings()).isZero());
    assertThat(ReviewTable.of(CASES, YEAR.previous()).lines()).isEmpty();
  }

  @Test
  void the_sheet_has_the_numbers_of_two_years_in_four_seasons_and_no_targets() {
    Report sheet =
        PdcaSheet.of(
            CASES,
            Town.COUNTING,
            YEAR,
            new RegisterReports(NetworkDirectory.EMPTY, LocalDate.of(2027, 4, 20)),
            CaseStory.tokyo("2027-04-20T10:00"));
    assertThat(sheet.rows())
        .contains(
            List.of("3〜4月", "自己評価", "第6号 支援プランの作成", 3L, 0L, ""),
            List.of("3〜4月", "自己評価", "重層的支援会議 検討実件数", 3L, 0L, ""),
            List.of("5〜7月", "進捗と課題の整理", "不足した社会資源 HOUSING", 1L, 0L, ""),
            List.of("5〜7月", "進捗と課題の整理", "報告書の期限を過ぎた会議", 1L, "", ""),
            List.of("8〜9月", "評価・公表", "第6号 支援プランの作成", Report.HELD_BACK, 0L, ""),
            List.of("9〜11月", "予算", "次の年度の予算", "", "", ""));
    assertThat(sheet.columns()).noneMatch(column -> column.label().contains("目標"));
  }

  @Test
  void from_april_to_november_people_look_back_at_the_year_before() {
    assertThat(PdcaSheet.lookedBackAt(LocalDate.of(2027, 3, 31))).isEqualTo(YEAR);
    assertThat(PdcaSheet.lookedBackAt(LocalDate.of(2027, 4, 1))).isEqualTo(YEAR);
    assertThat(PdcaSheet.lookedBackAt(LocalDate.of(2027, 11, 30))).isEqualTo(YEAR);
    assertThat(PdcaSheet.lookedBackAt(LocalDate.of(2027, 12, 1))).isEqualTo(YEAR.next());
  }

  private static CaseStory decided(long number) {
    return received(number)
        .coordinationRequested("hokatsu", "desk", false)
        .coordinationAccepted()
        .at("2026-07-09T14:00")
        .held(TABLE, ConferenceKind.PLAN_CONFERENCE, SessionKind.REGULAR, "hokatsu")
        .planConfirmed(TABLE);
  }

  private static CaseStory received(long number) {
    return new CaseStory(number)
        .at("2026-05-0" + number + "T10:00")
        .received("desk", "chubu", Field.OTHER);
  }
}
