package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Commands.ONE;
import static jp.tsunagu.gateway.decision.Commands.THREE;
import static jp.tsunagu.gateway.decision.Commands.TWO;
import static jp.tsunagu.gateway.decision.Town.DESK;
import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.KODOMO;
import static jp.tsunagu.gateway.decision.Town.MINSEI;
import static jp.tsunagu.gateway.decision.Town.NISHI;
import static jp.tsunagu.gateway.decision.Town.SHAKYO;
import static jp.tsunagu.gateway.decision.Town.SHOGAI;
import static jp.tsunagu.gateway.decision.Town.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CompletionOutcome;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.SupportEnded;
import jp.tsunagu.contract.lifecycle.ReferralCommand.AcceptReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.CompleteReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.DeclineReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ForwardReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.OpenReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ProvideDossier;
import jp.tsunagu.contract.lifecycle.ReferralCommand.RemindReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ReopenReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ReportArrival;
import jp.tsunagu.contract.lifecycle.ReferralCommand.TriageReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.WithdrawReferral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.DossierRequested;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralReopened;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Stage;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Emit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Who may do what with a leg, and what follows. What depends on the stage stands in the table. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LegRulesTest {

  @Test
  void of_two_agencies_acting_at_the_same_instant_exactly_one_wins() {
    Story story = Situation.OPENED.story();
    assertThat(story.tries(SHOGAI, h -> new AcceptReferral(h, ONE, null))).isInstanceOf(Emit.class);
    assertThat(story.tries(HIGASHI, h -> new WithdrawReferral(h, ONE))).isInstanceOf(Emit.class);
    story.does(SHOGAI, h -> new AcceptReferral(h, ONE, null));
    assertThat(
            story
                .isRefused(
                    HIGASHI,
                    RefusalCode.WITHDRAWAL_NEEDS_CONFIRMATION,
                    h -> new WithdrawReferral(h, ONE))
                .nextSteps())
        .containsExactly(NextStep.REQUEST_WITHDRAWAL);
  }

  @Test
  void of_two_answers_at_the_same_instant_the_second_is_told_so() {
    Story story = Situation.OPENED.story();
    story.does(SHOGAI, h -> new DeclineReferral(h, ONE, "full", null));
    story.isRefused(SHOGAI, RefusalCode.ALREADY_ANSWERED, h -> new AcceptReferral(h, ONE, null));
    story.isRefused(HIGASHI, RefusalCode.ALREADY_ANSWERED, h -> new WithdrawReferral(h, ONE));
  }

  @Test
  void only_the_receiver_answers() {
    Story story = Situation.OPENED.story();
    story.isRefused(HIGASHI, RefusalCode.NOT_THE_RECEIVER, h -> new AcceptReferral(h, ONE, null));
  }

  @Test
  void a_leg_of_others_is_like_none() {
    Story story = Situation.DECLINED_AND_CONTINUED.story();
    story.isRefused(SHAKYO, RefusalCode.REFERRAL_UNKNOWN, h -> new OpenReferral(h, ONE));
    story.isRefused(SHOGAI, RefusalCode.REFERRAL_UNKNOWN, h -> new OpenReferral(h, TWO));
  }

  @Test
  void a_case_of_others_is_like_none() {
    Story known = Situation.OPENED.story();
    Story unknown = Situation.NOTHING.story();
    assertThat(known.tries(KODOMO, h -> new OpenReferral(h, ONE)))
        .isEqualTo(unknown.tries(KODOMO, h -> new OpenReferral(h, ONE)));
  }

  @Test
  void the_receiver_must_be_registered_another_and_connected() {
    Story story = Situation.RECEIVED.story();
    refusedTo(story, STRANGER, RefusalCode.AGENCY_UNKNOWN);
    refusedTo(story, HIGASHI, RefusalCode.RECEIVER_IS_SENDER);
    refusedTo(story, MINSEI, RefusalCode.RECEIVER_ON_PAPER);
  }

  @Test
  void an_agency_excluded_from_a_protected_case_cannot_be_chosen_and_nobody_says_why() {
    Story story = Situation.PROTECTED.story();
    refusedTo(story, SHAKYO, RefusalCode.RECEIVER_NOT_POSSIBLE);
  }

  private static void refusedTo(Story story, AgencyId receiver, RefusalCode code) {
    story.isRefused(
        HIGASHI, code, h -> Commands.send(h, THREE, receiver, ReferralMode.TOGETHER, null, null));
  }

  @Test
  void a_referral_id_is_used_once() {
    Story story = Situation.SENT.story();
    story.isRefused(
        HIGASHI,
        RefusalCode.REFERRAL_ALREADY_EXISTS,
        h -> Commands.send(h, ONE, NISHI, ReferralMode.TOGETHER, null, null));
  }

  @Test
  void whoever_was_only_asked_begins_nothing() {
    Story story = Situation.OPENED.story();
    story.isRefused(
        SHOGAI,
        RefusalCode.NOT_ACCEPTED,
        h -> Commands.send(h, THREE, NISHI, ReferralMode.TOGETHER, null, null));
  }

  @Test
  void the_reason_must_be_on_the_list_and_some_need_a_note_for_the_sender() {
    Story story = Situation.OPENED.story();
    story.isRefused(
        SHOGAI, RefusalCode.REASON_UNKNOWN, h -> new DeclineReferral(h, ONE, "no-time", null));
    story.isRefused(
        SHOGAI, RefusalCode.NOTE_MISSING, h -> new DeclineReferral(h, ONE, "other", null));
    story.does(
        SHOGAI,
        h ->
            new DeclineReferral(
                h, ONE, "other", Sealing.dossier(2, SHOGAI, Sealing.note(HIGASHI))));
  }

  @Test
  void handing_over_ends_the_support_of_whoever_received_the_household() {
    Story story = Situation.HANDED_OVER.story();
    assertThat(Story.names(story.does(SHOGAI, h -> new AcceptReferral(h, ONE, null))))
        .containsExactly("ReferralAccepted", "SupportEnded");
    assertThat(story.whoLearnedOf(SupportEnded.class)).containsExactlyInAnyOrder(HIGASHI, SHOGAI);
    assertThat(Parties.activeSupporters(story.state())).containsExactly(SHOGAI);
  }

  @Test
  void advice_does_not_end_the_senders_support() {
    Story story = Situation.ADVICE_ASKED.story();
    story.does(SHOGAI, h -> new CompleteReferral(h, ONE, CompletionOutcome.ANSWERED, null));
    assertThat(Parties.activeSupporters(story.state())).containsExactly(HIGASHI);
  }

  @Test
  void connecting_on_keeps_the_chain_and_asks_the_latest_holder_to_seal() {
    Story story = Situation.FORWARDED.story();
    ReferralSent next = (ReferralSent) last(story, ReferralSent.class);
    assertThat(next.parties().sender()).isEqualTo(SHOGAI);
    assertThat(next.chain().chainId()).isEqualTo(ONE);
    assertThat(next.chain().continues()).isEqualTo(ONE);
    DossierRequested request = (DossierRequested) last(story, DossierRequested.class);
    assertThat(request.holder()).isEqualTo(SHOGAI);
    assertThat(request.recipient()).isEqualTo(SHAKYO);
    assertThat(story.referral(2).progress().awaitingDossier()).isTrue();
  }

  @Test
  void the_holder_seals_anew_and_the_wait_is_over() {
    Story story = Situation.FORWARDED.story();
    story.does(SHOGAI, h -> new ProvideDossier(h, TWO, Commands.about(1, SHOGAI, SHAKYO)));
    assertThat(story.referral(2).progress().awaitingDossier()).isFalse();
    assertThat(story.toldTo(SHAKYO)).endsWith("DossierProvided");
  }

  @Test
  void the_sender_up_the_chain_hears_how_it_went_on() {
    Story story = Situation.FORWARDED.story();
    story.does(SHAKYO, h -> new AcceptReferral(h, TWO, null));
    assertThat(story.toldTo(HIGASHI))
        .endsWith("ReferralForwarded", "ReferralSent", "ReferralAccepted");
  }

  @Test
  void whoever_handed_over_does_not_hear_where_the_household_was_connected_on_to() {
    Story story = Situation.HANDED_OVER.story();
    story.does(SHOGAI, h -> new ForwardReferral(h, ONE, TWO, SHAKYO, ReferralMode.HANDOVER, null));
    story.does(SHAKYO, h -> new AcceptReferral(h, TWO, null));
    assertThat(story.toldTo(HIGASHI)).endsWith("ReferralForwarded");
    assertThat(Parties.sees(story.state(), story.referral(2), HIGASHI, Town.ROLL)).isFalse();
  }

  @Test
  void a_chain_goes_on_once() {
    Story story = Situation.DECLINED_AND_CONTINUED.story();
    story.isRefused(
        HIGASHI,
        RefusalCode.CHAIN_NOT_CONTINUABLE,
        h -> Commands.send(h, THREE, NISHI, ReferralMode.TOGETHER, ONE, null));
  }

  @Test
  void a_receiver_that_declined_cannot_continue_the_chain() {
    Story story = Situation.DECLINED.story();
    story.isRefused(
        SHOGAI,
        RefusalCode.CHAIN_NOT_CONTINUABLE,
        h -> Commands.send(h, THREE, NISHI, ReferralMode.TOGETHER, ONE, null));
  }

  @Test
  void the_desk_sorts_a_sheet_and_cannot_return_it_that_way() {
    Story story = Situation.SUBMITTED.story();
    story.isRefused(
        HIGASHI,
        RefusalCode.ONLY_THE_DESK,
        h -> new TriageReferral(h, ONE, SHOGAI, ReferralMode.TOGETHER, null));
    story.isRefused(
        DESK,
        RefusalCode.RECEIVER_IS_SENDER,
        h -> new TriageReferral(h, ONE, HIGASHI, ReferralMode.TOGETHER, null));
  }

  @Test
  void the_desk_may_take_a_sheet_itself() {
    Story story = Situation.SUBMITTED.story();
    story.does(DESK, h -> new TriageReferral(h, ONE, DESK, ReferralMode.HANDOVER, null));
    story.does(DESK, h -> new AcceptReferral(h, ONE, null));
    assertThat(Parties.activeSupporters(story.state())).containsExactly(DESK);
  }

  @Test
  void a_sheet_arrives_at_the_desk_and_still_waits_for_its_addressee() {
    Story story = Situation.SUBMITTED.story();
    story.does(DESK, h -> new ReportArrival(h, ONE));
    assertThat(story.referral(1).stage()).isEqualTo(new Stage.Submitted(true, false));
    assertThat(story.toldTo(HIGASHI)).endsWith("ReferralArrived");
    story.isRefused(DESK, RefusalCode.ALREADY_ARRIVED, h -> new ReportArrival(h, ONE));
  }

  @Test
  void the_desk_opens_a_sheet_once_and_it_still_waits_for_its_addressee() {
    Story story = Situation.SUBMITTED.story();
    story.isRefused(HIGASHI, RefusalCode.NOT_THE_RECEIVER, h -> new OpenReferral(h, ONE));
    story.does(DESK, h -> new OpenReferral(h, ONE));
    assertThat(story.referral(1).stage()).isEqualTo(new Stage.Submitted(false, true));
    assertThat(story.toldTo(HIGASHI)).endsWith("ReferralOpened");
    story.isRefused(DESK, RefusalCode.ALREADY_OPENED, h -> new OpenReferral(h, ONE));
    story.does(DESK, h -> new ReportArrival(h, ONE));
    story.does(DESK, h -> new TriageReferral(h, ONE, SHOGAI, ReferralMode.TOGETHER, null));
    story.does(SHOGAI, h -> new OpenReferral(h, ONE));
    assertThat(story.referral(1).stage()).isEqualTo(new Stage.Opened());
  }

  @Test
  void the_desk_that_sorted_a_sheet_learns_the_answer() {
    Story story = Situation.TRIAGED.story();
    story.does(SHOGAI, h -> new DeclineReferral(h, ONE, "full", null));
    assertThat(story.toldTo(DESK)).endsWith("ReferralDeclined");
  }

  @Test
  void nobody_but_the_desk_reminds_and_only_of_what_was_put_before_it() {
    Story early = Situation.OPENED.story();
    early.isRefused(DESK, RefusalCode.CASE_UNKNOWN, h -> new RemindReferral(h, ONE));
    Story late = Situation.ESCALATED.story();
    late.isRefused(HIGASHI, RefusalCode.ONLY_THE_DESK, h -> new RemindReferral(h, ONE));
    assertThat(late.does(DESK, h -> new RemindReferral(h, ONE))).hasSize(1);
  }

  @Test
  void reopened_by_its_sender_a_leg_is_asked_anew_with_a_new_clock() {
    Story story = Situation.COMPLETED.story();
    story.timePasses("2026-10-01T09:00");
    ReferralReopened reopened =
        (ReferralReopened) story.does(HIGASHI, h -> new ReopenReferral(h, ONE)).getFirst();
    assertThat(Objects.requireNonNull(reopened.clock()).respondBy())
        .isEqualTo(Story.tokyo("2026-10-16T17:15"));
    assertThat(story.referral(1).stage()).isEqualTo(new Stage.Sent());
  }

  @Test
  void reopened_by_its_receiver_a_leg_is_held_again() {
    Story story = Situation.COMPLETED.story();
    story.does(SHOGAI, h -> new ReopenReferral(h, ONE));
    assertThat(story.referral(1).stage()).isEqualTo(new Stage.Accepted());
    assertThat(story.referral(1).progress().clock()).isNull();
  }

  @Test
  void parallel_legs_do_not_compete() {
    Story story = Situation.SENT.story();
    story.does(HIGASHI, h -> Commands.send(h, TWO, NISHI, ReferralMode.TOGETHER, null, null));
    story.does(SHOGAI, h -> new AcceptReferral(h, ONE, null));
    story.does(NISHI, h -> new AcceptReferral(h, TWO, null));
    assertThat(Parties.activeSupporters(story.state()))
        .isEqualTo(Set.copyOf(List.of(HIGASHI, SHOGAI, NISHI)));
  }

  private static Object last(Story story, Class<?> kind) {
    return story.events().stream().filter(kind::isInstance).reduce((a, b) -> b).orElseThrow();
  }
}
