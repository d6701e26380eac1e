package jp.tsunagu.stats.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.report.Labels;
import jp.tsunagu.stats.report.LiveReports;
import jp.tsunagu.stats.testing.CaseStory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 受入不可 by reason, つなぎ直し, 差戻し, 行き来 and, apart from those, つなぎ戻し. */
class OutcomesFromTheLedgerTest {

  private final RoughLedger ledger = new RoughLedger();

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void declines_come_by_reason_with_shortages_first_and_without_any_name() {
    ledger.tell(
        sent(1).at("2026-09-09T10:00").declined(1, "ALREADY_SUPPORTED"),
        sent(2).at("2026-09-10T10:00").declined(1, "NO_CAPACITY"),
        sent(3).at("2026-09-10T11:00").declined(1, "NO_CAPACITY"),
        sent(4).at("2026-09-11T10:00").declined(1, "OUT_OF_AREA"),
        sent(5).at("2026-09-11T11:00").sentBack(1, "INFORMATION_MISSING"));
    assertThat(outcomes())
        .contains("DECLINED  4", "SENT_BACK  1")
        .endsWith(
            "DECLINED NO_CAPACITY 2",
            "DECLINED OUT_OF_AREA 1",
            "DECLINED ALREADY_SUPPORTED 1",
            "SENT_BACK INFORMATION_MISSING 1");
    assertThat(outcomes()).noneMatch(row -> row.contains("shogai") || row.contains("hokatsu"));
    assertThat(
            ledger.figures().buckets().entrySet().stream()
                .filter(one -> one.getKey().code().contains("shogai"))
                .mapToLong(one -> one.getValue().count(Measure.DECLINED)))
        .allMatch(count -> count == 0);
  }

  @Test
  void a_decline_that_is_entered_late_stands_on_the_day_on_which_it_was_given() {
    CaseStory story = sent(1).at("2026-09-20T10:00").settled(Field.POVERTY);
    ledger.tell(story);
    ledger.tell(story.at("2026-09-08T16:00").declined(1, "NO_CAPACITY"));
    assertThat(ledger.figures().count("day-2026-09-08/reason/NO_CAPACITY", Measure.DECLINED))
        .isOne();
    assertThat(ledger.figures().count("day-2026-09-08/all", Measure.DECLINED)).isOne();
    assertThat(ledger.figures().count("day-2026-09-20/all", Measure.DECLINED)).isZero();
  }

  @Test
  void going_on_is_no_ping_pong_coming_back_is_one_and_is_counted_once() {
    CaseStory story = sent(1).at("2026-09-08T10:00").forwarded(1);
    ledger.tell(next(story, 2, "shogai", "konkyu"));
    assertThat(total(Measure.FORWARDED)).isOne();
    assertThat(total(Measure.PING_PONG)).isZero();
    ledger.tell(next(story.at("2026-09-10T10:00").forwarded(2), 3, "konkyu", "shogai"));
    ledger.tell(next(story.at("2026-09-12T10:00").forwarded(3), 4, "shogai", "konkyu"));
    assertThat(total(Measure.FORWARDED)).isEqualTo(3);
    assertThat(total(Measure.PING_PONG)).isOne();
    assertThat(ledger.figures().count("day-2026-09-10/all", Measure.PING_PONG)).isOne();
  }

  @Test
  void a_referral_sent_back_is_that_alone_and_withdrawn_is_that_alone() {
    ledger.tell(
        sent(1).at("2026-09-08T10:00").sentBack(1, "INFORMATION_MISSING"),
        sent(2).at("2026-09-08T10:00").withdrawn(1));
    assertThat(
            Stream.of(
                    Measure.SENT_BACK,
                    Measure.WITHDRAWN,
                    Measure.DECLINED,
                    Measure.FORWARDED,
                    Measure.PING_PONG,
                    Measure.HANDED_BACK)
                .map(this::total))
        .containsExactly(1L, 1L, 0L, 0L, 0L, 0L);
  }

  @Test
  void a_case_handed_back_counts_when_it_is_accepted_and_is_never_sent_back_or_ping_pong() {
    CaseStory story =
        sent(1)
            .coordinationRequested("hokatsu", "desk", false)
            .coordinationAccepted()
            .at("2026-12-01T10:00")
            .handedBack(2, "desk", "hokatsu");
    ledger.tell(story);
    assertThat(total(Measure.HANDED_BACK)).isZero();
    ledger.tell(
        story.at("2026-12-09T10:00").settled(Field.POVERTY).at("2026-12-03T10:00").accepted(2));
    assertThat(ledger.figures().count("day-2026-12-03/all", Measure.HANDED_BACK)).isOne();
    assertThat(total(Measure.SENT_BACK) + total(Measure.PING_PONG)).isZero();
    assertThat(outcomes()).first().isEqualTo("HANDED_BACK  1");
  }

  @Test
  void a_reopened_referral_keeps_the_decline_of_its_first_round() {
    CaseStory story = sent(1).at("2026-09-09T10:00").declined(1, "NO_CAPACITY");
    ledger.tell(story.at("2026-10-01T10:00").reopened(1).at("2026-10-02T10:00").accepted(1));
    assertThat(total(Measure.DECLINED)).isOne();
    assertThat(ledger.figures().count("now/agency/shogai", Measure.OPEN_CASES)).isOne();
  }

  private long total(Measure measure) {
    return ledger.figures().buckets().entrySet().stream()
        .filter(entry -> entry.getKey().code().endsWith("/all"))
        .mapToLong(entry -> entry.getValue().count(measure))
        .sum();
  }

  private List<String> outcomes() {
    return LiveReports.outcomes(ledger.figures().buckets(), new Labels(NetworkDirectory.EMPTY))
        .rows()
        .stream()
        .map(row -> row.get(0) + " " + row.get(2) + " " + row.get(3))
        .toList();
  }

  private static CaseStory next(CaseStory story, int leg, String from, String to) {
    return story.sent(leg, 1, from, to, ReferralMode.TOGETHER, Urgency.NORMAL);
  }

  private static CaseStory sent(long number) {
    return new CaseStory(number)
        .at("2026-09-07T10:00")
        .received("hokatsu", "chubu", Field.OTHER)
        .sent(1, "hokatsu", "shogai");
  }
}
