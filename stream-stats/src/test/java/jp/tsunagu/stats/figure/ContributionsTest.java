package jp.tsunagu.stats.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.ScreeningRoute;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.FactsFold;
import jp.tsunagu.stats.testing.CaseStory;
import jp.tsunagu.stats.testing.Figures;
import jp.tsunagu.stats.testing.RandomStory;
import jp.tsunagu.stats.testing.Town;
import org.junit.jupiter.api.Test;

class ContributionsTest {

  @Test
  void a_joint_case_counts_for_both_agencies_and_once_in_all() {
    CaseStory story = begun().sent(1, "hokatsu", "shogai").at("2026-09-08T10:00").accepted(1);
    Figures figures = Figures.of(story);
    assertThat(figures.count("now/agency/hokatsu", Measure.OPEN_CASES)).isOne();
    assertThat(figures.count("now/agency/shogai", Measure.OPEN_CASES)).isOne();
    assertThat(figures.count("now/all", Measure.OPEN_CASES)).isOne();
    assertThat(figures.count("now/area/chubu", Measure.OPEN_CASES)).isOne();
    assertThat(figures.count("now/field/OTHER", Measure.OPEN_CASES)).isOne();
    assertThat(figures.count("now/urgency/NORMAL", Measure.OPEN_CASES)).isOne();
  }

  @Test
  void a_handed_over_case_counts_for_the_receiver_alone() {
    CaseStory story =
        begun()
            .sent(1, 1, "hokatsu", "shogai", ReferralMode.HANDOVER, Urgency.NORMAL)
            .at("2026-09-08T10:00")
            .accepted(1);
    Figures figures = Figures.of(story);
    assertThat(figures.count("now/agency/hokatsu", Measure.OPEN_CASES)).isZero();
    assertThat(figures.count("day-2026-09-08/agency/hokatsu", Measure.CLOSED)).isOne();
    assertThat(figures.count("day-2026-09-08/agency/shogai", Measure.OPENED)).isOne();
    assertThat(figures.count("day-2026-09-08/all", Measure.CLOSED)).isZero();
  }

  @Test
  void a_referral_moves_from_no_answer_over_acknowledged_only_to_answered() {
    CaseStory story = begun().sent(1, "hokatsu", "shogai");
    assertThat(Figures.of(story).count("day-2026-09-07/all", Measure.NO_ANSWER)).isOne();
    story.at("2026-09-07T10:01").arrived(1).opened(1);
    Figures acknowledged = Figures.of(story);
    assertThat(acknowledged.count("day-2026-09-07/all", Measure.ACKNOWLEDGED_ONLY)).isOne();
    assertThat(acknowledged.count("day-2026-09-07/all", Measure.NO_ANSWER)).isZero();
    assertThat(acknowledged.bucket("now/agency/shogai").count(Stage.OPENED)).isOne();
    story.at("2026-09-09T10:01").asked(1);
    Figures answered = Figures.of(story);
    assertThat(answered.count("day-2026-09-07/all", Measure.ANSWERED)).isOne();
    assertThat(answered.count("day-2026-09-07/all", Measure.ACKNOWLEDGED_ONLY)).isZero();
    assertThat(answered.count("day-2026-09-07/all", Measure.SENT)).isOne();
  }

  @Test
  void what_is_overdue_is_no_longer_due_soon_and_ends_with_the_answer() {
    CaseStory story = begun().sent(1, "hokatsu", "shogai").at("2026-09-18T08:30").dueSoon(1);
    assertThat(Figures.of(story).count("now/agency/shogai", Measure.DUE_SOON)).isOne();
    story.at("2026-09-21T17:15").overdue(1);
    assertThat(Figures.of(story).count("now/agency/shogai", Measure.DUE_SOON)).isZero();
    assertThat(Figures.of(story).count("now/all", Measure.OVERDUE)).isOne();
    story.at("2026-09-22T17:15").accepted(1);
    assertThat(Figures.of(story).count("now/all", Measure.OVERDUE)).isZero();
  }

  @Test
  void a_protected_case_counts_apart_and_under_withheld_also_for_what_was_recorded_before() {
    CaseStory story = begun().sent(1, "hokatsu", "shogai").at("2026-09-08T10:00").accepted(1);
    story.at("2026-09-09T10:00").protect();
    Figures figures = Figures.of(story);
    assertThat(figures.buckets().keySet())
        .extracting(BucketKey::code)
        .noneMatch(code -> code.contains("hokatsu") || code.contains("shogai"))
        .noneMatch(code -> code.contains("chubu"));
    assertThat(figures.count("now/protected/agency/withheld", Measure.OPEN_CASES)).isOne();
    assertThat(figures.count("now/protected/area/withheld", Measure.OPEN_CASES)).isOne();
  }

  @Test
  void a_later_round_has_its_own_times_and_the_first_keeps_its_own() {
    CaseStory story =
        begun()
            .sent(1, "hokatsu", "shogai")
            .at("2026-09-08T10:00")
            .accepted(1)
            .at("2026-10-01T10:00")
            .completed(1)
            .at("2026-11-02T10:00")
            .reopened(1)
            .at("2026-11-02T12:00")
            .accepted(1);
    Figures figures = Figures.of(story);
    String pair = "/pair/hokatsu/shogai";
    assertThat(
            figures
                .times("day-2026-09-08" + pair, Measure.ACCEPTANCE, TimeKind.CALENDAR)
                .median()
                .toHours())
        .isBetween(23L, 24L);
    assertThat(
            figures
                .times("day-2026-11-02" + pair, Measure.ACCEPTANCE, TimeKind.WORKING)
                .median()
                .toMinutes())
        .isBetween(119L, 121L);
  }

  @Test
  void going_on_is_no_ping_pong_but_coming_back_is() {
    CaseStory onward =
        begun()
            .sent(1, "hokatsu", "shogai")
            .at("2026-09-08T10:00")
            .forwarded(1)
            .sent(2, 1, "shogai", "konkyu", ReferralMode.TOGETHER, Urgency.NORMAL);
    assertThat(Figures.of(onward).count("day-2026-09-08/all", Measure.PING_PONG)).isZero();
    assertThat(Figures.of(onward).count("day-2026-09-08/all", Measure.FORWARDED)).isOne();
    CaseStory back =
        onward
            .at("2026-09-10T10:00")
            .forwarded(2)
            .sent(3, 1, "konkyu", "hokatsu", ReferralMode.TOGETHER, Urgency.NORMAL);
    assertThat(Figures.of(back).count("day-2026-09-10/all", Measure.PING_PONG)).isOne();
    CaseStory once = begun().sent(1, "hokatsu", "shogai").sentBack(1, "INFORMATION_MISSING");
    assertThat(Figures.of(once).count("day-2026-09-07/all", Measure.PING_PONG)).isZero();
    assertThat(Figures.of(once).count("day-2026-09-07/all", Measure.SENT_BACK)).isOne();
  }

  @Test
  void advice_ends_the_request_for_coordination_but_not_where_it_is_about_a_meeting() {
    CaseStory asked =
        begun().coordinationRequested("hokatsu", "desk", false).coordinationAccepted();
    assertThat(Figures.of(asked).count("now/agency/desk", Measure.OPEN_CASES)).isOne();
    asked.meetingRequested().screened(ScreeningRoute.ADVICE_ONLY);
    assertThat(Figures.of(asked).count("now/agency/desk", Measure.OPEN_CASES)).isOne();
    asked.screened(ScreeningRoute.ADVICE_ONLY);
    assertThat(Figures.of(asked).count("now/agency/desk", Measure.OPEN_CASES)).isZero();
  }

  @Test
  void an_answer_before_its_question_was_entered_wrongly_and_is_not_timed() {
    CaseStory story = begun().sent(1, "hokatsu", "shogai").at("2026-09-01T10:00").accepted(1);
    assertThat(Figures.of(story).bucket("day-2026-09-01/pair/hokatsu/shogai").isEmpty()).isTrue();
  }

  @Test
  void changes_added_up_event_by_event_equal_the_count_from_the_facts() {
    for (int seed = 0; seed < 200; seed++) {
      CaseStory story = RandomStory.of(new Random(seed), seed + 1L);
      Tally whole = new Tally(Town.RULES);
      whole.add(story.facts());
      assertThat(addedUp(story.caseId().value(), story.events())).isEqualTo(whole.buckets());
    }
  }

  @Test
  void the_wait_over_the_chain_begins_with_the_sheet_that_the_desk_passed_on() {
    CaseStory story =
        new CaseStory(1)
            .at("2026-09-18T16:15")
            .received("hokatsu", "chubu", Field.OTHER)
            .sheet(1, "hokatsu", "desk")
            .at("2026-09-24T09:30")
            .triaged(1, "desk", "shogai")
            .accepted(1)
            .at("2026-09-28T10:00")
            .contact(1);
    assertThat(
            Figures.of(story)
                .times(
                    "day-2026-09-28/pair/desk/shogai",
                    Measure.CHAIN_FIRST_CONTACT,
                    TimeKind.WORKING)
                .median())
        .isCloseTo(Duration.ofHours(20), Duration.ofMinutes(6));
  }

  @Test
  void a_change_names_the_buckets_whose_numbers_it_moved() {
    for (int seed = 0; seed < 100; seed++) {
      Tally tally = new Tally(Town.RULES);
      CaseFacts before = CaseFacts.beforeFirst(new CaseId(new UUID(1, seed)));
      for (CaseEvent event : RandomStory.of(new Random(seed), seed + 1L).events()) {
        Map<BucketKey, Bucket> numbers = tally.buckets();
        CaseFacts after = FactsFold.evolve(before, event);
        Set<BucketKey> moved = tally.change(before, after);
        assertThat(moved).containsAll(unlike(numbers, tally.buckets()));
        before = after;
      }
    }
  }

  private static Set<BucketKey> unlike(
      Map<BucketKey, Bucket> numbers, Map<BucketKey, Bucket> others) {
    Set<BucketKey> keys = new HashSet<>(numbers.keySet());
    keys.addAll(others.keySet());
    keys.removeIf(key -> Objects.equals(numbers.get(key), others.get(key)));
    return keys;
  }

  private static Map<BucketKey, Bucket> addedUp(UUID id, List<CaseEvent> events) {
    Tally tally = new Tally(Town.RULES);
    CaseFacts before = CaseFacts.beforeFirst(new CaseId(id));
    for (CaseEvent event : events) {
      CaseFacts after = FactsFold.evolve(before, event);
      tally.change(before, after);
      before = after;
    }
    return tally.buckets();
  }

  private static CaseStory begun() {
    return new CaseStory(1).at("2026-09-07T10:00").received("hokatsu", "chubu", Field.OTHER);
  }
}
