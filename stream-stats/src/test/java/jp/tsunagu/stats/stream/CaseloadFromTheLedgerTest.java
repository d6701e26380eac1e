package jp.tsunagu.stats.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.figure.Period;
import jp.tsunagu.stats.figure.Stage;
import jp.tsunagu.stats.report.Labels;
import jp.tsunagu.stats.report.LiveReports;
import jp.tsunagu.stats.testing.CaseStory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 担当件数 now. */
class CaseloadFromTheLedgerTest {

  private final RoughLedger ledger = new RoughLedger();

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void a_joint_case_is_open_at_both_agencies_and_once_in_every_other_count() {
    CaseStory joint = urgent(1).sent(1, "hokatsu", "shogai").at("2026-09-08T10:00").accepted(1);
    CaseStory alone =
        new CaseStory(2).at("2026-09-07T11:00").received("hokatsu", "nambu", Field.CHILDREN);
    ledger.tell(joint, alone);
    assertThat(open("all")).isEqualTo(2);
    assertThat(open("agency/hokatsu")).isEqualTo(2);
    assertThat(open("agency/shogai")).isOne();
    assertThat(List.of(open("area/chubu"), open("area/nambu"))).containsExactly(1L, 1L);
    assertThat(List.of(open("field/POVERTY"), open("field/DISABILITY"), open("field/CHILDREN")))
        .containsExactly(1L, 1L, 1L);
    assertThat(List.of(open("urgency/URGENT"), open("urgency/NORMAL"))).containsExactly(1L, 1L);
  }

  @Test
  void kinds_of_agencies_are_sums_over_their_agencies_and_protected_ones_are_in_none() {
    CaseStory joint = urgent(1).sent(1, "hokatsu", "shogai").at("2026-09-08T10:00").accepted(1);
    CaseStory hidden = urgent(2).at("2026-09-08T10:00").protect();
    ledger.tell(joint, urgent(3), hidden);
    assertThat(LiveReports.caseloadWithKinds(now(), new Labels(NetworkDirectory.EMPTY)).rows())
        .filteredOn(row -> row.getFirst().toString().startsWith("kind/"))
        .extracting(List::getFirst, row -> row.get(2))
        .containsExactly(tuple("kind/OTHER", 3L));
  }

  @Test
  void a_handover_that_was_entered_late_leaves_the_case_with_the_receiver_alone() {
    CaseStory story =
        urgent(1)
            .sent(1, 1, "hokatsu", "shogai", ReferralMode.HANDOVER, Urgency.URGENT)
            .at("2026-09-11T10:00")
            .settled(Field.POVERTY)
            .at("2026-09-08T10:00")
            .accepted(1);
    ledger.tell(story);
    assertThat(open("agency/hokatsu")).isZero();
    assertThat(open("agency/shogai")).isOne();
    assertThat(count("day-2026-09-08/agency/hokatsu", Measure.CLOSED)).isOne();
    assertThat(count("day-2026-09-08/agency/shogai", Measure.OPENED)).isOne();
    assertThat(count("day-2026-09-08/all", Measure.CLOSED)).isZero();
  }

  @Test
  void a_sheet_goes_through_every_stage_of_the_agency_that_gets_it() {
    CaseStory story = urgent(1).sheet(1, "hokatsu", "desk");
    ledger.tell(story);
    assertThat(stages("hokatsu")).containsExactly(Stage.CONSULTING);
    assertThat(stages("desk")).containsExactly(Stage.SUBMITTED);
    ledger.tell(story.at("2026-09-08T10:00").triaged(1, "desk", "shogai"));
    assertThat(stages("desk")).isEmpty();
    assertThat(stages("shogai")).containsExactly(Stage.SENT);
    ledger.tell(story.at("2026-09-08T10:01").arrived(1));
    assertThat(stages("shogai")).containsExactly(Stage.ARRIVED);
    ledger.tell(story.at("2026-09-08T13:00").opened(1));
    assertThat(stages("shogai")).containsExactly(Stage.OPENED);
    ledger.tell(story.at("2026-09-09T10:00").accepted(1));
    assertThat(stages("shogai")).containsExactly(Stage.ACCEPTED);
    ledger.tell(story.at("2026-09-10T10:00").contact(1));
    assertThat(stages("shogai")).containsExactly(Stage.IN_CONTACT);
    ledger.tell(story.at("2026-10-10T10:00").completed(1));
    assertThat(stages("shogai")).isEmpty();
    assertThat(open("all")).isOne();
  }

  @Test
  void a_coordinated_case_goes_through_every_stage_of_the_coordinator() {
    CaseStory story = urgent(1).coordinationRequested("hokatsu", "desk", false);
    ledger.tell(story);
    assertThat(stages("desk")).containsExactly(Stage.COORDINATION_REQUESTED);
    assertThat(open("agency/desk")).isZero();
    ledger.tell(story.at("2026-09-09T10:00").coordinationAccepted());
    assertThat(stages("desk")).containsExactly(Stage.COORDINATING);
    assertThat(open("agency/desk")).isOne();
    ledger.tell(story.at("2026-10-09T10:00").supportDecided());
    assertThat(stages("desk")).containsExactly(Stage.SUPPORT_DECIDED);
    story
        .at("2026-12-01T10:00")
        .handedBack(1, "desk", "hokatsu")
        .at("2026-12-03T10:00")
        .accepted(1);
    ledger.tell(story);
    assertThat(stages("desk")).containsExactly(Stage.HANDED_BACK);
    ledger.tell(story.at("2027-01-20T10:00").coordinationClosed());
    assertThat(stages("desk")).isEmpty();
    assertThat(open("agency/desk")).isZero();
    assertThat(open("agency/hokatsu")).isOne();
  }

  @Test
  void settled_fields_move_an_open_case_and_its_end_takes_it_out_of_every_count() {
    CaseStory story = urgent(1).at("2026-09-20T10:00").settled(Field.OTHER);
    ledger.tell(story);
    assertThat(List.of(open("field/POVERTY"), open("field/OTHER"))).containsExactly(0L, 1L);
    ledger.tell(story.at("2026-09-21T10:00").supportEnded());
    assertThat(ledger.figures().buckets().keySet())
        .extracting(BucketKey::code)
        .noneMatch(code -> code.startsWith("now/"));
  }

  @Test
  void protection_withholds_agencies_and_area_also_where_they_were_counted_before() {
    CaseStory story = urgent(1).sent(1, "hokatsu", "shogai").at("2026-09-08T10:00").accepted(1);
    ledger.tell(story);
    assertThat(open("agency/shogai")).isOne();
    ledger.tell(story.at("2026-09-12T10:00").protect());
    assertThat(List.of(open("protected/agency/withheld"), open("protected/area/withheld")))
        .containsExactly(1L, 1L);
    assertThat(ledger.figures().buckets().keySet())
        .extracting(BucketKey::code)
        .noneMatch(code -> code.matches(".*(hokatsu|shogai|chubu).*"));
  }

  private Map<BucketKey, Bucket> now() {
    Map<BucketKey, Bucket> now = new HashMap<>(ledger.figures().buckets());
    now.keySet().removeIf(key -> !(key.period() instanceof Period.Now));
    return now;
  }

  private long open(String dimension) {
    return count("now/" + dimension, Measure.OPEN_CASES);
  }

  private long count(String bucket, Measure measure) {
    return ledger.figures().count(bucket, measure);
  }

  private List<Stage> stages(String agency) {
    return Arrays.stream(Stage.values())
        .filter(stage -> ledger.figures().bucket("now/agency/" + agency).count(stage) > 0)
        .toList();
  }

  private static CaseStory urgent(long number) {
    return new CaseStory(number)
        .at("2026-09-07T10:00")
        .received(
            "hokatsu",
            "chubu",
            Urgency.URGENT,
            ReceptionKind.NEW,
            null,
            Field.POVERTY,
            Field.DISABILITY);
  }
}
