package jp.tsunagu.stats.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import jp.tsunagu.contract.lifecycle.ClosingGround;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.ReferralKind;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.ScreeningRoute;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.Coordinated.CoordinationStep;
import jp.tsunagu.stats.fact.LegEnd;
import jp.tsunagu.stats.fact.Step;
import jp.tsunagu.stats.testing.CaseStory;
import jp.tsunagu.stats.testing.RandomStory;
import org.junit.jupiter.api.Test;

class StoredBytesTest {

  @Test
  void facts_come_back_as_they_were_and_stay_small() {
    for (int seed = 0; seed < 300; seed++) {
      CaseFacts facts = RandomStory.of(new Random(seed), seed).facts();
      byte[] bytes = FactsBytes.encode(facts);
      assertThat(FactsBytes.decode(bytes)).isEqualTo(facts);
      assertThat(bytes.length).isLessThan(300 + 250 * facts.legs().size());
    }
  }

  @Test
  void facts_with_meetings_and_gaps_come_back_too() {
    CaseFacts facts =
        new CaseStory(1)
            .at("2026-07-09T14:00")
            .received("desk", "chubu", Field.OTHER)
            .held("a1.2026-07-09", ConferenceKind.SUPPORT_CONFERENCE, SessionKind.EXTRA, "desk")
            .planConfirmed("a1.2026-07-09")
            .lacking("HOUSING")
            .facts();
    assertThat(FactsBytes.decode(FactsBytes.encode(facts))).isEqualTo(facts);
  }

  @Test
  void bytes_of_another_version_are_refused_loudly() {
    assertThatThrownBy(() -> FactsBytes.decode(new byte[] {9, 0, 0}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another version");
  }

  /** A failure here means: count the version of the stored facts up, then change this text. */
  @Test
  void the_places_of_constants_are_those_that_were_stored() {
    assertThat(
            List.of(
                List.of(Step.values()),
                List.of(LegEnd.values()),
                List.of(CoordinationStep.values()),
                List.of(ReferralKind.values()),
                List.of(ReferralMode.values()),
                List.of(Urgency.values()),
                List.of(ReceptionKind.values()),
                List.of(Field.values()),
                List.of(ScreeningRoute.values()),
                List.of(ConferenceKind.values()),
                List.of(SessionKind.values()),
                List.of(ItemOutcome.values()),
                List.of(ClosingGround.values())))
        .hasToString(
            "[[SENT, RESPOND_BY, ARRIVED, OPENED, ANSWERED, DECIDED, ACCEPTED, "
                + "FIRST_CONTACT, ENDED, DUE_SOON, OVERDUE], [RUNNING, COMPLETED, "
                + "DECLINED, FORWARDED, SENT_BACK, WITHDRAWN, TRIAGED], [REQUESTED, "
                + "ACCEPTED, SUPPORT_DECIDED, HANDED_BACK, ENDED], [REFERRAL, SHEET, "
                + "HAND_BACK], [TOGETHER, HANDOVER, ADVICE], [EMERGENCY, URGENT, NORMAL], "
                + "[NEW, CARRIED_OVER], [ELDERLY_CARE, CHILDREN, DISABILITY, POVERTY, "
                + "OTHER], [ADVICE_ONLY, SETTLE_DIRECTLY, SUPPORT_CONFERENCE, "
                + "PLAN_CONFERENCE, EMERGENCY_CONFERENCE, UNKNOWN], [SUPPORT_CONFERENCE, "
                + "PLAN_CONFERENCE], [REGULAR, EXTRA, PER_CASE, EMERGENCY, UNKNOWN], "
                + "[SUPPORT_POLICY_SET, PLAN_CONFIRMED, CONTINUED, NEW_PLAN, "
                + "COORDINATION_ENDS, SHARED, UNKNOWN], [DECEASED, MOVED_AWAY, "
                + "CONTACT_LOST, PERSON_DECLINED, SETTLED_DIRECTLY, UNKNOWN]]");
  }
}
