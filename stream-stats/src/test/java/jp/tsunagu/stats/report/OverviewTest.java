package jp.tsunagu.stats.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.stats.figure.OpenByField;
import jp.tsunagu.stats.testing.CaseStory;
import jp.tsunagu.stats.testing.Figures;
import org.junit.jupiter.api.Test;

/** What one page tells a manager: 何件を、何日で、何割が回答なし、前年は. */
class OverviewTest {

  private static final Stretch THIS_YEAR =
      Stretch.of(new FiscalYear(2026), LocalDate.of(2026, 9, 30));

  @Test
  void how_many_in_how_many_days_and_what_share_without_an_answer() {
    Overview seen =
        overview(
            THIS_YEAR,
            sent(1, "2026-09-07T10:00").at("2026-09-07T22:00").accepted(1),
            sent(2, "2026-09-08T10:00").at("2026-09-11T11:00").accepted(1),
            sent(3, "2026-09-09T10:00").at("2026-09-29T10:00").declined(1, "NO_CAPACITY"),
            sent(4, "2026-09-10T10:00"));
    assertThat(seen.begun()).isEqualTo(4);
    assertThat(seen.sent()).isEqualTo(4);
    assertThat(seen.silentShare()).isEqualTo(0.25);
    assertThat(seen.answers().count()).isEqualTo(3);
    assertThat(seen.medianDays()).isCloseTo(3.0, within(0.1));
    assertThat(seen.answeredWithin())
        .as("one within a day, one on the fourth, one after ten and more")
        .containsExactly(1L, 0L, 0L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 1L);
  }

  @Test
  void the_year_before_is_told_up_to_the_same_day() {
    CaseStory then = sent(1, "2025-09-30T10:00").at("2025-10-01T10:00").supportEnded();
    CaseStory after = sent(2, "2025-10-01T10:00");
    Stretch before = THIS_YEAR.aYearBefore();
    assertThat(before.label()).startsWith("令和7年4月1日").endsWith("令和7年9月30日(火)");
    assertThat(overview(before, then, after).begun()).isEqualTo(1);
    assertThat(overview(THIS_YEAR, then, after).begun()).isZero();
  }

  @Test
  void what_is_open_at_the_end_and_how_much_of_it_is_coordinated() {
    CaseStory coordinated =
        received(1, "2026-09-07T10:00")
            .coordinationRequested("hokatsu", "desk", false)
            .coordinationAccepted();
    CaseStory ended = received(2, "2026-09-08T10:00").at("2026-09-10T10:00").supportEnded();
    CaseStory later = received(3, "2026-10-01T10:00");
    Overview seen = overview(THIS_YEAR, coordinated, ended, received(4, "2026-04-01T10:00"), later);
    assertThat(seen.open()).isEqualTo(2);
    assertThat(seen.coordinatedShare()).isEqualTo(0.5);
  }

  @Test
  void a_year_that_is_over_is_looked_at_whole_and_one_to_come_on_its_first_day() {
    LocalDate today = LocalDate.of(2026, 9, 30);
    assertThat(Stretch.of(new FiscalYear(2025), today).last()).isEqualTo("2026-03-31");
    assertThat(Stretch.of(new FiscalYear(2027), today).last()).isEqualTo("2027-04-01");
    assertThat(THIS_YEAR.monthEnds())
        .startsWith(LocalDate.of(2026, 4, 30))
        .endsWith(LocalDate.of(2026, 9, 30))
        .hasSize(6);
  }

  @Test
  void a_case_stands_under_its_fields_of_the_moment_and_a_protected_one_under_none() {
    CaseStory story =
        received(1, "2026-04-10T10:00")
            .at("2026-05-10T10:00")
            .settled(Field.CHILDREN, Field.POVERTY)
            .at("2026-06-10T10:00")
            .supportEnded();
    CaseStory hidden = received(2, "2026-04-10T10:00").protect();
    OpenByField open =
        OpenByField.at(
            List.of(
                CaseStory.tokyo("2026-05-01T00:00"),
                CaseStory.tokyo("2026-06-01T00:00"),
                CaseStory.tokyo("2026-07-01T00:00")),
            List.of(story.facts(), hidden.facts()));
    assertThat(open.of(Field.OTHER)).containsExactly(1L, 0L, 0L);
    assertThat(open.of(Field.CHILDREN)).containsExactly(0L, 1L, 0L);
    assertThat(open.of(Field.POVERTY)).containsExactly(0L, 1L, 0L);
  }

  private static Overview overview(Stretch stretch, CaseStory... stories) {
    var all = Figures.of(stories).buckets();
    var months =
        all.entrySet().stream()
            .filter(entry -> stretch.months().contains(entry.getKey().period()))
            .collect(Collectors.toMap(e -> e.getKey(), e -> e.getValue()));
    return Overview.of(stretch, all, months);
  }

  private static CaseStory sent(long number, String time) {
    return received(number, time).sent(1, "hokatsu", "shogai");
  }

  private static CaseStory received(long number, String time) {
    return new CaseStory(number).at(time).received("hokatsu", "chubu", Field.OTHER);
  }
}
