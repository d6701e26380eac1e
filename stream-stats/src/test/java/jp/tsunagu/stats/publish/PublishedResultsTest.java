package jp.tsunagu.stats.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Dimension;
import jp.tsunagu.stats.figure.Dimension.OfUrgency;
import jp.tsunagu.stats.figure.Period;
import jp.tsunagu.stats.table.ConsultationTable;
import jp.tsunagu.stats.testing.CaseStory;
import jp.tsunagu.stats.testing.Figures;
import jp.tsunagu.stats.testing.Town;
import org.junit.jupiter.api.Test;

/** Answers, times and consultations as others get them. */
class PublishedResultsTest {

  private static final List<Dimension> URGENCIES =
      List.of(
          new OfUrgency(Urgency.EMERGENCY),
          new OfUrgency(Urgency.URGENT),
          new OfUrgency(Urgency.NORMAL));

  @Test
  void answers_of_a_few_are_held_back_and_cannot_be_found_from_the_sums() {
    List<CaseStory> stories = answered(20, Urgency.NORMAL);
    stories.addAll(answered(9, Urgency.URGENT));
    stories.add(sent(100, Urgency.URGENT).arrived(1));
    stories.addAll(answered(6, Urgency.EMERGENCY));
    SortedMap<String, PublishedAnswers> published =
        PublishedAnswers.of(days(stories), URGENCIES, "2026-09-10");
    assertThat(told(published, "all"))
        .isEqualTo(new PublishedAnswers("all", "2026-09-10", 36L, 35L, 1L, 0L, 0L, false));
    PublishedAnswers urgent = told(published, "urgency/URGENT");
    assertThat(urgent.sent()).isEqualTo(10);
    assertThat(urgent.acknowledgedOnly()).isNull();
    assertThat(urgent.answered()).isNull();
    assertThat(urgent.suppressed()).isTrue();
    assertThat(published.values()).filteredOn(one -> one.answered() == null).hasSize(2);
    assertThat(published.values()).filteredOn(one -> one.acknowledgedOnly() == null).hasSize(2);
  }

  @Test
  void times_are_in_minutes_of_office_hours_and_those_of_a_few_are_told_of_nobody() {
    List<CaseStory> stories = answered(20, Urgency.NORMAL);
    stories.addAll(answered(2, Urgency.EMERGENCY));
    stories.get(0).at("2026-09-09T10:00").contact(1);
    SortedMap<String, PublishedTimes> published = PublishedTimes.of(days(stories), "2026-09-10");
    assertThat(told(published, "all/ACCEPTANCE").count()).isEqualTo(22);
    assertThat(told(published, "all/ACCEPTANCE").medianMinutes()).isBetween(522L, 528L);
    assertThat(told(published, "all/ACCEPTANCE").p99Minutes()).isBetween(522L, 528L);
    assertThat(told(published, "EMERGENCY/ACCEPTANCE"))
        .isEqualTo(
            new PublishedTimes(
                "EMERGENCY", "ACCEPTANCE", "2026-09-10", null, null, null, null, true));
    assertThat(told(published, "NORMAL/ACCEPTANCE").count()).isNull();
    assertThat(told(published, "all/FIRST_CONTACT"))
        .isEqualTo(
            new PublishedTimes("all", "FIRST_CONTACT", "2026-09-10", 1L, null, null, null, true));
    assertThat(published).doesNotContainKey("all/COMPLETION");
  }

  @Test
  void consultations_of_31_combinations_and_the_whole_hold_back_what_is_small() {
    List<CaseFacts> facts = new ArrayList<>();
    for (int number = 1; number <= 20; number++) {
      Field field = number <= 2 ? Field.OTHER : number <= 8 ? Field.CHILDREN : Field.POVERTY;
      facts.add(
          new CaseStory(number).at("2026-09-07T10:00").received("desk", "chubu", field).facts());
    }
    SortedMap<String, PublishedConsultations> published =
        PublishedConsultations.of(
            ConsultationTable.of(
                facts, Town.COUNTING, new FiscalYear(2026), CaseStory.tokyo("2026-10-01T00:00")));
    assertThat(published).hasSize(32);
    assertThat(told(published, "all").newCases()).isEqualTo(20);
    assertThat(told(published, "POVERTY"))
        .isEqualTo(new PublishedConsultations(2026, List.of("POVERTY"), "困窮", 12L, 0L, 0L, false));
    assertThat(told(published, "OTHER").newCases()).isNull();
    assertThat(told(published, "CHILDREN").newCases()).isNull();
    assertThat(told(published, "ELDERLY_CARE+DISABILITY").label()).isEqualTo("高齢・介護/障害");
  }

  private static Map<BucketKey, Bucket> days(List<CaseStory> stories) {
    Map<BucketKey, Bucket> days =
        new HashMap<>(Figures.of(stories.toArray(CaseStory[]::new)).buckets());
    days.keySet().removeIf(key -> !(key.period() instanceof Period.Day));
    return days;
  }

  /** Each accepted after a day of office hours. */
  private static List<CaseStory> answered(int count, Urgency urgency) {
    List<CaseStory> stories = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      stories.add(sent(urgency.ordinal() * 1000L + i, urgency).at("2026-09-08T10:00").accepted(1));
    }
    return stories;
  }

  private static CaseStory sent(long number, Urgency urgency) {
    return new CaseStory(number)
        .at("2026-09-07T10:00")
        .received("desk", "chubu", Field.OTHER)
        .sent(1, 1, "desk", "shogai", ReferralMode.TOGETHER, urgency);
  }

  private static <T> T told(Map<String, T> published, String key) {
    return Objects.requireNonNull(published.get(key));
  }
}
