package jp.tsunagu.stats.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.figure.Audience;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.table.ConsultationTable;
import jp.tsunagu.stats.table.CountedCase.Column;
import jp.tsunagu.stats.table.GapRegister;
import jp.tsunagu.stats.testing.CaseStory;
import jp.tsunagu.stats.testing.Figures;
import jp.tsunagu.stats.testing.RandomStory;
import jp.tsunagu.stats.testing.Town;
import org.junit.jupiter.api.Test;

/** 保護案件: what everybody reads is the same with and without them; totals of the desk have them. */
class ProtectedCasesTest {

  private static final Labels LABELS = new Labels(NetworkDirectory.EMPTY);
  private static final FiscalYear YEAR = new FiscalYear(2026);
  private static final Instant NOW = CaseStory.tokyo("2027-01-10T10:00");

  @Test
  void whatever_happens_in_them_no_figure_of_everybody_is_another_than_without_them() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      List<CaseStory> open = stories(random, 1);
      List<CaseStory> all = new ArrayList<>(open);
      stories(random, 101).forEach(story -> all.add(story.protect()));
      assertThat(Audience.EVERYBODY.of(figures(all)))
          .as("seed %d", seed)
          .isEqualTo(Audience.EVERYBODY.of(figures(open)));
    }
  }

  @Test
  void an_agency_gets_no_row_and_no_sum_from_which_the_case_is_missing() {
    List<CaseStory> stories = List.of(open(1, Field.CHILDREN), hidden(2, Field.POVERTY));
    assertThat(LiveReports.caseload(told(Audience.EVERYBODY, stories), LABELS).rows())
        .isEqualTo(
            LiveReports.caseload(told(Audience.EVERYBODY, List.of(open(1, Field.CHILDREN))), LABELS)
                .rows());
  }

  @Test
  void desk_and_managers_have_them_in_the_whole_and_in_no_part_of_it() {
    Map<BucketKey, Bucket> now =
        told(
            Audience.DESK_AND_MANAGERS, List.of(open(1, Field.CHILDREN), hidden(2, Field.POVERTY)));
    assertThat(now.getOrDefault(BucketKey.of("now/all"), Bucket.EMPTY).count(Measure.OPEN_CASES))
        .isEqualTo(2);
    assertThat(LiveReports.caseloadWithKinds(now, LABELS).rows())
        .extracting(List::getFirst)
        .contains("all", "field/CHILDREN")
        .doesNotContain("field/POVERTY", "area/withheld", "agency/withheld", "kind/withheld");
  }

  @Test
  void the_times_of_the_whole_have_them_too() {
    CaseStory hidden =
        hidden(1, Field.OTHER).sent(1, "hokatsu", "shogai").at("2026-09-08T10:00").accepted(1);
    assertThat(times(Audience.DESK_AND_MANAGERS, TimesReport.By.ALL, hidden)).isNotEmpty();
    assertThat(times(Audience.DESK_AND_MANAGERS, TimesReport.By.URGENCY, hidden)).isEmpty();
    assertThat(times(Audience.DESK_AND_MANAGERS, TimesReport.By.PAIR, hidden)).isEmpty();
    assertThat(times(Audience.EVERYBODY, TimesReport.By.ALL, hidden)).isEmpty();
  }

  @Test
  void the_yearly_total_has_them_and_no_subtraction_finds_their_row() {
    List<CaseFacts> facts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      facts.add(open(i, Field.ELDERLY_CARE).facts());
      facts.add(open(10 + i, Field.OTHER).facts());
    }
    facts.add(hidden(20, Field.POVERTY).facts());
    ConsultationTable table = ConsultationTable.of(facts, Town.COUNTING, YEAR, NOW);
    Report report = TableReports.consultations(table, Town.COUNTING);
    assertThat(report.rows().getLast()).contains(13L);
    assertThat(value(report, "困窮")).isEqualTo(Report.HELD_BACK);
    List<Object> heldBack =
        report.rows().stream().map(row -> row.get(1)).filter(Report.HELD_BACK::equals).toList();
    assertThat(heldBack).hasSizeGreaterThan(1);
    assertThat(value(report, "高齢・介護").equals(6L) ^ value(report, "その他").equals(6L)).isTrue();
    assertThat(report.notes()).isNotEmpty();
  }

  @Test
  void a_year_without_any_is_printed_whole() {
    List<CaseFacts> facts = List.of(open(1, Field.POVERTY).facts());
    Report report =
        TableReports.consultations(
            ConsultationTable.of(facts, Town.COUNTING, YEAR, NOW), Town.COUNTING);
    assertThat(value(report, "困窮")).isEqualTo(1L);
    assertThat(report.notes()).isEmpty();
  }

  @Test
  void nobody_gets_from_a_number_to_the_case_behind_it() {
    CaseStory story = hidden(1, Field.POVERTY).lacking("HOUSING");
    List<CaseFacts> facts = List.of(story.facts());
    String name = story.caseId().toString();
    Report cases =
        TableReports.consultationCases(ConsultationTable.of(facts, Town.COUNTING, YEAR, NOW));
    Report gaps = TableReports.gaps(GapRegister.of(facts, YEAR.first(), YEAR.last()), LABELS);
    Report open = Explanation.of(facts, Town.RULES, _ -> true, Measure.OPEN_CASES);
    assertThat(List.of(cases.rows(), gaps.rows(), open.rows()))
        .allSatisfy(
            rows ->
                assertThat(rows)
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row).doesNotContain(name, "困窮")));
    assertThat(open.rows()).hasSize(1);
  }

  @Test
  void the_page_for_the_council_is_the_same_with_and_without_them() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      List<CaseStory> open = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        open.addAll(stories(random, 1 + 4 * i));
      }
      List<CaseStory> all = new ArrayList<>(open);
      stories(random, 101).forEach(story -> all.add(story.protect().lacking("HOUSING")));
      assertThat(Council.of(all).tables()).as("seed %d", seed).isEqualTo(Council.of(open).tables());
    }
  }

  @Test
  void who_received_it_first_counts_it_also_after_its_protection() {
    CaseStory story = open(1, Field.POVERTY);
    assertThat(
            ConsultationTable.of(List.of(story.protect().facts()), Town.COUNTING, YEAR, NOW)
                .total(Column.NEW))
        .isOne();
  }

  private static List<CaseStory> stories(Random random, int first) {
    List<CaseStory> stories = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      stories.add(RandomStory.of(random, first + i, CaseStory.tokyo("2026-05-01T10:00")));
    }
    return stories;
  }

  private static CaseStory open(long number, Field field) {
    return new CaseStory(number).at("2026-09-07T10:00").received("desk", "chubu", field);
  }

  private static CaseStory hidden(long number, Field field) {
    return open(number, field).protect();
  }

  private static Map<BucketKey, Bucket> figures(List<CaseStory> stories) {
    return Figures.of(stories.toArray(CaseStory[]::new)).buckets();
  }

  private static Map<BucketKey, Bucket> told(Audience audience, List<CaseStory> stories) {
    Map<BucketKey, Bucket> told = audience.of(figures(stories));
    told.keySet().removeIf(key -> !key.code().startsWith("now/"));
    return told;
  }

  private static List<List<Object>> times(
      Audience audience, TimesReport.By by, CaseStory... stories) {
    return TimesReport.of(audience.of(Figures.of(stories).buckets()), by, LABELS, _ -> true).rows();
  }

  private static Object value(Report report, String label) {
    return report.rows().stream()
        .filter(row -> row.getFirst().equals(label))
        .map(row -> row.get(1))
        .findFirst()
        .orElseThrow();
  }
}
