package jp.tsunagu.stats.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.figure.Period;
import jp.tsunagu.stats.figure.TimeKind;
import jp.tsunagu.stats.report.Explanation;
import jp.tsunagu.stats.report.Labels;
import jp.tsunagu.stats.report.TimesReport;
import jp.tsunagu.stats.testing.CaseStory;
import jp.tsunagu.stats.testing.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 所要時間 by step, dimension and kind of time; 21 to 23 September 2026 are holidays. */
class TimesFromTheLedgerTest {

  private static final Labels LABELS = new Labels(NetworkDirectory.EMPTY);

  private final RoughLedger ledger = new RoughLedger();

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void every_step_stands_on_its_day_under_pair_urgency_and_area_in_both_kinds_of_time() {
    ledger.tell(longReferral());
    took("2026-09-18", Measure.ARRIVAL, "PT1M", "PT1M");
    took("2026-09-24", Measure.OPENING, "P5DT16H15M", "PT1H");
    took("2026-09-24", Measure.FIRST_ANSWER, "P5DT17H15M", "PT2H");
    took("2026-09-24", Measure.INFORMATION, "PT1H", "PT1H");
    took("2026-09-25", Measure.DECISION, "P6DT17H15M", "PT10H45M");
    took("2026-09-25", Measure.ACCEPTANCE, "P6DT17H15M", "PT10H45M");
    took("2026-09-28", Measure.FIRST_CONTACT, "P9DT17H45M", "PT20H");
    took("2026-09-28", Measure.CHAIN_FIRST_CONTACT, "P9DT17H45M", "PT20H");
    took("2026-10-16", Measure.COMPLETION, "P28DT1H", "PT141H");
  }

  @Test
  void steps_that_were_entered_late_and_in_another_order_take_as_long() {
    CaseStory story =
        begun()
            .at("2026-09-28T10:00")
            .contact(1)
            .at("2026-09-18T16:16")
            .arrived(1)
            .at("2026-09-25T09:30")
            .accepted(1)
            .at("2026-09-24T08:30")
            .opened(1);
    ledger.tell(story);
    took("2026-09-18", Measure.ARRIVAL, "PT1M", "PT1M");
    took("2026-09-24", Measure.OPENING, "P5DT16H15M", "PT1H");
    took("2026-09-25", Measure.ACCEPTANCE, "P6DT17H15M", "PT10H45M");
    took("2026-09-28", Measure.FIRST_CONTACT, "P9DT17H45M", "PT20H");
  }

  @Test
  void the_time_to_first_contact_runs_over_the_whole_chain() {
    CaseStory story =
        begun()
            .at("2026-09-24T09:30")
            .forwarded(1)
            .sent(2, 1, "shogai", "hokensho", ReferralMode.TOGETHER, Urgency.URGENT)
            .at("2026-09-25T09:30")
            .accepted(2)
            .at("2026-09-28T10:00")
            .contact(2);
    ledger.tell(story);
    String pair = "day-2026-09-28/pair/shogai/hokensho";
    near(median(pair, Measure.FIRST_CONTACT, TimeKind.WORKING), Duration.ofHours(18));
    near(median(pair, Measure.CHAIN_FIRST_CONTACT, TimeKind.WORKING), Duration.ofHours(20));
    near(
        median(pair, Measure.CHAIN_FIRST_CONTACT, TimeKind.CALENDAR), Duration.parse("P9DT17H45M"));
  }

  @Test
  void a_reopened_referral_is_timed_anew_and_keeps_its_first_times() {
    CaseStory story = longReferral().at("2026-11-04T09:00").reopened(1);
    ledger.tell(story.at("2026-11-04T11:00").accepted(1));
    took("2026-09-25", Measure.ACCEPTANCE, "P6DT17H15M", "PT10H45M");
    took("2026-11-04", Measure.ACCEPTANCE, "PT2H", "PT2H");
  }

  @Test
  void an_answer_that_is_said_to_be_older_than_its_question_is_left_out_and_explained() {
    CaseStory story = begun().at("2026-09-17T10:00").accepted(1);
    ledger.tell(story);
    assertThat(ledger.figures().bucket("day-2026-09-17/pair/hokatsu/shogai").isEmpty()).isTrue();
    assertThat(Explanation.of(ledger.facts(), Town.RULES, _ -> false, Measure.ACCEPTANCE).rows())
        .extracting(row -> row.get(5), row -> row.get(6))
        .containsExactly(tuple(story.leg(1).toString(), "送付より前の時刻が記録されている(ANSWERED)"));
  }

  @Test
  void days_add_up_to_percentiles_of_every_breakdown() {
    List<CaseStory> stories = new ArrayList<>();
    LongStream.rangeClosed(1, 100).forEach(hours -> stories.add(answeredAfter(hours)));
    ledger.tell(stories.toArray(CaseStory[]::new));
    Map<BucketKey, Bucket> days = new HashMap<>(ledger.figures().buckets());
    days.keySet().removeIf(key -> !(key.period() instanceof Period.Day));
    for (TimesReport.By by : TimesReport.By.values()) {
      List<Object> row =
          TimesReport.of(days, by, LABELS, _ -> true).rows().stream()
              .filter(one -> one.get(1).equals("ACCEPTANCE") && one.get(3).equals("暦"))
              .findFirst()
              .orElseThrow();
      assertThat(row.get(4)).as(by.label()).isEqualTo(100L);
      near(minutes(row.get(5)), Duration.ofHours(50));
      near(minutes(row.get(6)), Duration.ofHours(90));
      near(minutes(row.get(7)), Duration.ofHours(99));
      near(minutes(row.get(8)), Duration.ofHours(100));
    }
  }

  private static CaseStory longReferral() {
    return begun()
        .at("2026-09-18T16:16")
        .arrived(1)
        .at("2026-09-24T08:30")
        .opened(1)
        .at("2026-09-24T09:30")
        .asked(1)
        .at("2026-09-24T10:30")
        .told(1)
        .at("2026-09-25T09:30")
        .accepted(1)
        .at("2026-09-28T10:00")
        .contact(1)
        .at("2026-10-16T17:15")
        .completed(1);
  }

  private static CaseStory begun() {
    return new CaseStory(1)
        .at("2026-09-18T16:15")
        .received("hokatsu", "chubu", Field.OTHER)
        .sent(1, 1, "hokatsu", "shogai", ReferralMode.TOGETHER, Urgency.URGENT);
  }

  private static CaseStory answeredAfter(long hours) {
    return new CaseStory(hours)
        .at("2026-09-07T10:00")
        .received("hokatsu", "chubu", Field.OTHER)
        .sent(1, "hokatsu", "shogai")
        .at(CaseStory.tokyo("2026-09-07T10:00").plus(Duration.ofHours(hours)))
        .accepted(1);
  }

  private void took(String day, Measure measure, String calendar, String working) {
    Stream.of("pair/hokatsu/shogai", "urgency/URGENT", "area/chubu")
        .map(dimension -> "day-" + day + "/" + dimension)
        .forEach(
            bucket -> {
              assertThat(ledger.figures().times(bucket, measure, TimeKind.CALENDAR).count())
                  .as(bucket + " " + measure)
                  .isOne();
              near(median(bucket, measure, TimeKind.CALENDAR), Duration.parse(calendar));
              near(median(bucket, measure, TimeKind.WORKING), Duration.parse(working));
            });
  }

  private Duration median(String bucket, Measure measure, TimeKind time) {
    return ledger.figures().median(bucket, measure, time);
  }

  private static Duration minutes(Object minutes) {
    return Duration.ofMinutes((Long) minutes);
  }

  private static void near(Duration actual, Duration exact) {
    assertThat(actual).isCloseTo(exact, exact.dividedBy(100));
  }
}
