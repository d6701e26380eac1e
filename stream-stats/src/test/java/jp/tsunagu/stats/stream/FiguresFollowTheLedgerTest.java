package jp.tsunagu.stats.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.figure.Stage;
import jp.tsunagu.stats.figure.Tally;
import jp.tsunagu.stats.figure.TimeKind;
import jp.tsunagu.stats.table.ConsultationTable;
import jp.tsunagu.stats.table.CountedCase.Column;
import jp.tsunagu.stats.table.CountingRules;
import jp.tsunagu.stats.table.CountingRules.FieldsCounted;
import jp.tsunagu.stats.table.CountingRules.ReopenedAs;
import jp.tsunagu.stats.testing.CaseStory;
import jp.tsunagu.stats.testing.RandomStory;
import jp.tsunagu.stats.testing.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FiguresFollowTheLedgerTest {

  private final Driver driver = new Driver();

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void every_figure_equals_the_pure_count_whatever_happens_in_which_order() {
    List<CaseStory> stories = stories(60);
    driver.send(mixed(stories, new Random(1)));
    assertThat(driver.figures().buckets()).isEqualTo(counted(stories));
    assertThat(driver.facts())
        .containsExactlyInAnyOrderElementsOf(stories.stream().map(CaseStory::facts).toList());
  }

  @Test
  void a_ledger_read_twice_counts_once() {
    List<CaseStory> stories = stories(20);
    List<CaseEvent> events = mixed(stories, new Random(2));
    driver.send(events);
    driver.send(events);
    assertThat(driver.figures().buckets()).isEqualTo(counted(stories));
    assertThat(driver.repeated).isEqualTo(events.size());
  }

  @Test
  void caseload_and_stages_move_with_the_case() {
    CaseStory story = begun().sent(1, "hokatsu", "shogai").arrived(1);
    driver.send(story.events());
    assertThat(driver.figures().count("now/agency/hokatsu", Measure.OPEN_CASES)).isOne();
    assertThat(driver.figures().bucket("now/agency/shogai").count(Stage.ARRIVED)).isOne();
    int before = story.events().size();
    story.at("2026-09-08T10:00").accepted(1).at("2026-10-08T10:00").completed(1).supportEnded();
    driver.send(story.events().subList(before, story.events().size()));
    assertThat(driver.figures().bucket("now/all").isEmpty()).isTrue();
    assertThat(driver.figures().count("day-2026-10-08/all", Measure.CLOSED)).isOne();
  }

  @Test
  void what_only_a_table_tells_is_news_too() {
    CaseStory story = begun();
    driver.send(story.events());
    assertThat(driver.tableChanges).isZero();
    int before = story.events().size();
    story.at("2026-10-13T16:00").lacking("NIGHT_TRANSPORT");
    driver.send(story.events().subList(before, story.events().size()));
    assertThat(driver.tableChanges).isOne();
  }

  @Test
  void overdue_and_due_soon_come_and_go() {
    CaseStory story = begun().sent(1, "hokatsu", "shogai").at("2026-09-18T08:30").dueSoon(1);
    driver.send(story.events());
    assertThat(driver.figures().count("now/agency/shogai", Measure.DUE_SOON)).isOne();
    int before = story.events().size();
    story.at("2026-09-21T17:15").overdue(1).at("2026-09-24T09:00").declined(1, "NO_CAPACITY");
    driver.send(story.events().subList(before, story.events().size()));
    assertThat(driver.figures().count("now/agency/shogai", Measure.OVERDUE)).isZero();
    assertThat(driver.figures().count("day-2026-09-21/all", Measure.BECAME_OVERDUE)).isOne();
    assertThat(driver.figures().count("day-2026-09-24/reason/NO_CAPACITY", Measure.DECLINED))
        .isOne();
  }

  @Test
  void what_was_entered_late_stands_in_the_hour_in_which_it_happened() {
    CaseStory story =
        begun()
            .sent(1, "hokatsu", "shogai")
            .at("2026-09-10T15:00")
            .arrived(1)
            .at("2026-09-08T09:10")
            .accepted(1);
    driver.send(story.events());
    String hour = "hour-2026-09-08T09:00/pair/hokatsu/shogai";
    assertThat(driver.figures().times(hour, Measure.ACCEPTANCE, TimeKind.CALENDAR).count()).isOne();
  }

  @Test
  void settled_fields_move_the_case_and_late_receptions_move_the_year() {
    CaseStory story = begun().at("2026-09-09T10:00").settled(Field.POVERTY);
    CaseStory late =
        new CaseStory(2).at("2026-03-31T16:00").received("desk", "chubu", Field.CHILDREN);
    driver.send(story.events());
    driver.send(late.events());
    assertThat(driver.figures().count("now/field/OTHER", Measure.OPEN_CASES)).isZero();
    assertThat(driver.figures().count("now/field/POVERTY", Measure.OPEN_CASES)).isOne();
    assertThat(table(2025).total(Column.NEW)).isOne();
    assertThat(table(2026).total(Column.NEW)).isZero();
    assertThat(table(2026).total(Column.CARRIED_OVER)).isOne();
  }

  @Test
  void the_longest_time_stays_exact_when_the_longest_ones_go() {
    List<CaseStory> stories = new ArrayList<>();
    for (int days = 1; days <= 9; days++) {
      CaseStory story =
          new CaseStory(days)
              .at("2026-09-07T10:00")
              .received("hokatsu", "chubu", Field.OTHER)
              .sent(1, "hokatsu", "shogai")
              .at(Instant.parse("2026-09-07T01:00:00Z").plus(Duration.ofDays(days)))
              .accepted(1);
      stories.add(story);
      driver.send(story.events());
    }
    String month = "month-2026-09/urgency/NORMAL";
    assertThat(driver.figures().times(month, Measure.ACCEPTANCE, TimeKind.CALENDAR).max())
        .isEqualTo(Duration.ofDays(9));
    for (CaseStory story : stories.subList(3, 9)) {
      driver.send(story.protect().events().getLast());
    }
    assertThat(driver.figures().times(month, Measure.ACCEPTANCE, TimeKind.CALENDAR).max())
        .isEqualTo(Duration.ofDays(3));
    assertThat(driver.figures().buckets()).isEqualTo(counted(stories));
  }

  @Test
  void every_change_names_the_buckets_it_moved() {
    driver.send(begun().events());
    assertThat(driver.changes)
        .singleElement()
        .satisfies(
            keys ->
                assertThat(keys)
                    .extracting(BucketKey::code)
                    .contains("now/all", "now/agency/hokatsu", "day-2026-09-07/all"));
  }

  @Test
  void how_far_the_ledger_was_read_is_kept_with_the_figures() {
    driver.send(begun().sent(1, "hokatsu", "shogai").events());
    assertThat(Progress.lastOffset(driver.progress(), 0)).isOne();
    assertThat(Progress.lastOffset(driver.progress(), 1)).isEqualTo(-1);
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
    return ConsultationTable.of(
        driver.facts(), rules, new FiscalYear(year), Instant.parse("2027-01-01T00:00:00Z"));
  }

  private static CaseStory begun() {
    return new CaseStory(1).at("2026-09-07T10:00").received("hokatsu", "chubu", Field.OTHER);
  }

  private static List<CaseStory> stories(int count) {
    List<CaseStory> stories = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      stories.add(RandomStory.of(new Random(number), number));
    }
    return stories;
  }

  /** All events, each case in order, the cases through each other. */
  private static List<CaseEvent> mixed(List<CaseStory> stories, Random random) {
    List<List<CaseEvent>> rest = new ArrayList<>();
    stories.forEach(story -> rest.add(new ArrayList<>(story.events())));
    List<CaseEvent> mixed = new ArrayList<>();
    while (!rest.isEmpty()) {
      List<CaseEvent> next = rest.get(random.nextInt(rest.size()));
      mixed.add(next.removeFirst());
      rest.removeIf(List::isEmpty);
    }
    return mixed;
  }

  private static Map<BucketKey, Bucket> counted(List<CaseStory> stories) {
    Tally tally = new Tally(Town.RULES);
    stories.forEach(story -> tally.add(story.facts()));
    return tally.buckets();
  }
}
