package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Commands.ONE;
import static jp.tsunagu.gateway.decision.Commands.TWO;
import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.SHAKYO;
import static jp.tsunagu.gateway.decision.Town.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.CompletionOutcome;
import jp.tsunagu.contract.lifecycle.ReferralCommand.AcceptReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.CompleteReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ForwardReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Refuse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The same case to the same receiver while a referral is open: a person confirms it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SecondReferralToTheSameReceiverTest {
  private final Story story = Story.beginning("2026-09-03T10:20");

  @BeforeEach
  void one_is_open() {
    Commands.sent(story, ReferralMode.TOGETHER);
  }

  @Test
  void the_open_one_is_named() {
    Refuse refused =
        story.isRefused(HIGASHI, RefusalCode.REFERRAL_STILL_OPEN, h -> again(h, SHOGAI, false));

    assertThat(refused.openReferral()).isEqualTo(ONE);
  }

  @Test
  void a_person_may_confirm_it() {
    story.does(HIGASHI, h -> again(h, SHOGAI, true));

    assertThat(story.referral(3).receiver()).isEqualTo(SHOGAI);
  }

  @Test
  void another_receiver_and_one_whose_referral_has_ended_need_no_confirmation() {
    story.does(SHOGAI, h -> new AcceptReferral(h, ONE, null));
    story.does(SHOGAI, h -> new CompleteReferral(h, ONE, CompletionOutcome.SETTLED, null));

    story.does(HIGASHI, h -> again(h, SHOGAI, false));
    story.does(
        HIGASHI, h -> Commands.send(h, Story.leg(4), SHAKYO, ReferralMode.TOGETHER, null, null));
  }

  @Test
  void connecting_on_asks_too_but_only_about_what_the_actor_sees() {
    story.does(HIGASHI, h -> Commands.send(h, TWO, SHAKYO, ReferralMode.TOGETHER, null, null));

    story.does(
        SHAKYO,
        h -> new ForwardReferral(h, TWO, Story.leg(5), SHOGAI, ReferralMode.TOGETHER, null));
    story.isRefused(HIGASHI, RefusalCode.REFERRAL_STILL_OPEN, h -> again(h, SHOGAI, false));
  }

  @Test
  void the_sender_hears_that_its_referral_is_overdue() {
    story.timePasses("2026-10-30T10:00");

    assertThat(story.toldTo(HIGASHI)).contains("ResponseOverdue");
    assertThat(story.toldTo(SHAKYO)).doesNotContain("ResponseOverdue");
  }

  private static SendReferral again(CommandHeader header, AgencyId receiver, boolean confirmed) {
    return new SendReferral(
        header,
        Story.leg(3),
        receiver,
        ReferralMode.TOGETHER,
        Urgency.NORMAL,
        null,
        null,
        confirmed);
  }
}
