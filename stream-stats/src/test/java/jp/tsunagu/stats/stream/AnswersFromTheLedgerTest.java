package jp.tsunagu.stats.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.report.Labels;
import jp.tsunagu.stats.report.LiveReports;
import jp.tsunagu.stats.testing.CaseStory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 期限接近, 期限超過, 受領のみ and 応答なし. */
class AnswersFromTheLedgerTest {

  private final RoughLedger ledger = new RoughLedger();

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void shares_of_what_was_only_acknowledged_and_of_what_nobody_answered() {
    ledger.tell(
        sent(1).arrived(1).at("2026-09-09T10:00").asked(1),
        sent(2).arrived(1),
        sent(3).arrived(1).opened(1),
        sent(4),
        sent(5).at("2026-09-08T10:00").withdrawn(1));
    assertThat(row("all")).isEqualTo(List.of(5L, 1L, 2L, 1L, 0.4, 0.2, 0L));
    assertThat(row("area/chubu")).isEqualTo(row("all"));
    assertThat(row("urgency/URGENT")).isEqualTo(row("all"));
  }

  @Test
  void an_answer_that_is_entered_late_counts_for_the_day_of_sending() {
    CaseStory story = sent(1).arrived(1).at("2026-09-20T10:00").settled(Field.POVERTY);
    ledger.tell(story, sent(2));
    assertThat(row("all")).isEqualTo(List.of(2L, 0L, 1L, 1L, 0.5, 0.5, 0L));
    ledger.tell(story.at("2026-09-08T10:00").accepted(1));
    assertThat(row("all")).isEqualTo(List.of(2L, 1L, 0L, 1L, 0.0, 0.5, 0L));
  }

  @Test
  void due_soon_becomes_overdue_and_ends_with_an_answer_even_one_that_was_given_before() {
    CaseStory story = sent(1).at("2026-09-18T08:30").dueSoon(1);
    CaseStory other = sent(2).at("2026-09-18T08:30").dueSoon(1);
    ledger.tell(story, other);
    assertThat(now("all", Measure.DUE_SOON)).isEqualTo(2);
    ledger.tell(story.at("2026-09-24T17:15").overdue(1));
    assertThat(now("all", Measure.DUE_SOON)).isOne();
    assertThat(now("agency/shogai", Measure.OVERDUE)).isOne();
    assertThat(now("agency/hokatsu", Measure.OVERDUE)).isZero();
    ledger.tell(
        story.at("2026-09-17T10:00").accepted(1), other.at("2026-09-19T09:00").withdrawn(1));
    assertThat(now("all", Measure.OVERDUE)).isZero();
    assertThat(now("all", Measure.DUE_SOON)).isZero();
    assertThat(ledger.figures().count("day-2026-09-24/all", Measure.BECAME_OVERDUE)).isOne();
  }

  @Test
  void a_sheet_that_the_desk_gave_to_an_agency_is_asked_again_and_waits_again() {
    CaseStory story =
        new CaseStory(1)
            .at("2026-09-07T10:00")
            .received("hokatsu", "chubu", Field.OTHER)
            .sheet(1, "hokatsu", "desk")
            .arrived(1)
            .at("2026-09-08T10:00")
            .triaged(1, "desk", "shogai");
    ledger.tell(story);
    assertThat(row("all")).isEqualTo(List.of(2L, 1L, 0L, 1L, 0.0, 0.5, 0L));
    ledger.tell(story.at("2026-09-22T10:00").overdue(1));
    assertThat(now("agency/shogai", Measure.OVERDUE)).isOne();
    assertThat(now("agency/desk", Measure.OVERDUE)).isZero();
  }

  @Test
  void nothing_of_it_is_told_by_agency() {
    ledger.tell(sent(1).arrived(1));
    assertThat(ledger.figures().buckets().keySet())
        .extracting(BucketKey::code)
        .filteredOn(code -> code.contains("/agency/") && code.startsWith("day-"))
        .allSatisfy(code -> assertThat(ledger.figures().count(code, Measure.SENT)).isZero());
  }

  private List<Object> row(String dimension) {
    List<Object> row =
        LiveReports.answers(ledger.figures().buckets(), new Labels(NetworkDirectory.EMPTY))
            .rows()
            .stream()
            .filter(one -> one.getFirst().equals(dimension))
            .findFirst()
            .orElseThrow();
    return row.subList(2, row.size());
  }

  private long now(String dimension, Measure measure) {
    return ledger.figures().count("now/" + dimension, measure);
  }

  private static CaseStory sent(long number) {
    return new CaseStory(number)
        .at("2026-09-07T10:00")
        .received("hokatsu", "chubu", Field.OTHER)
        .sent(1, 1, "hokatsu", "shogai", ReferralMode.TOGETHER, Urgency.URGENT);
  }
}
