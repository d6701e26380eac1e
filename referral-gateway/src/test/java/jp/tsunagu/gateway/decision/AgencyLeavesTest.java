package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Town.DESK;
import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.JIRITSU;
import static jp.tsunagu.gateway.decision.Town.KANKYO;
import static jp.tsunagu.gateway.decision.Town.KOREI;
import static jp.tsunagu.gateway.decision.Town.NISHI;
import static jp.tsunagu.gateway.decision.Town.SHAKYO;
import static jp.tsunagu.gateway.decision.Town.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.CompletionOutcome;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.EndSupport;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AcceptCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ChangeCoordinator;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RequestCoordination;
import jp.tsunagu.contract.lifecycle.ReferralCommand.AcceptReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.RequestDossier;
import jp.tsunagu.contract.lifecycle.ReferralCommand.TriageReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.WithdrawReferral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.OverdueEscalated;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralAccepted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ResponseDueSoon;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ResponseOverdue;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Stage;
import jp.tsunagu.contract.message.RefusalCode;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What the line of an agency leaves behind in cases when it is gone from network.yaml. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AgencyLeavesTest {

  private static final ReferralId ONE = Story.leg(1);

  @Test
  void the_desk_gives_what_waits_at_an_agency_that_left_to_another_which_accepts_it() {
    Story story = Situation.SENT.story().leave(SHOGAI);
    story.does(DESK, h -> triage(h, JIRITSU));
    assertThat(story.toldTo(HIGASHI)).contains("ReferralTriaged");
    story.does(JIRITSU, h -> new AcceptReferral(h, ONE, null));
    assertThat(story.referral(1).stage()).isInstanceOf(Stage.Accepted.class);
    assertThat(story.whoLearnedOf(ReferralAccepted.class)).contains(HIGASHI, DESK, JIRITSU);
  }

  @Test
  void also_what_it_had_taken_already() {
    Story story = Situation.IN_CONTACT.story().leave(SHOGAI);
    story.does(DESK, h -> triage(h, JIRITSU));
    assertThat(story.referral(1).stage()).isInstanceOf(Stage.Sent.class);
    assertThat(Parties.takesPart(story.state(), SHOGAI, story.roll())).isFalse();
  }

  @Test
  void while_it_takes_part_nobody_takes_a_leg_from_it() {
    Story story = Situation.SENT.story();
    story.isRefused(DESK, RefusalCode.CASE_UNKNOWN, h -> triage(h, JIRITSU));
    story.leave(SHOGAI);
    story.isRefused(HIGASHI, RefusalCode.ONLY_THE_DESK, h -> triage(h, JIRITSU));
    story.isRefused(DESK, RefusalCode.AGENCY_UNKNOWN, h -> triage(h, SHOGAI));
    story.leave();
    story.isRefused(DESK, RefusalCode.CASE_UNKNOWN, h -> triage(h, JIRITSU));
    story.does(SHOGAI, h -> new AcceptReferral(h, ONE, null));
  }

  @Test
  void deadlines_are_told_to_the_desk_instead_of_the_agency_that_left() {
    Story story = Situation.SENT.story().leave(SHOGAI);
    story.timePasses("2026-09-30T12:00");
    for (Class<? extends CaseEvent> told : Set.of(ResponseDueSoon.class, OverdueEscalated.class)) {
      assertThat(story.whoLearnedOf(told)).as(told.getSimpleName()).containsExactly(DESK);
    }
    assertThat(story.whoLearnedOf(ResponseOverdue.class))
        .as("whoever sent it hears, too, that nobody answered")
        .containsExactlyInAnyOrder(DESK, HIGASHI);
  }

  @Test
  void the_sender_withdraws_alone_what_an_agency_that_left_had_taken_and_goes_on() {
    Story story = Situation.IN_CONTACT.story().leave(SHOGAI);
    story.does(HIGASHI, h -> new WithdrawReferral(h, ONE));
    story.does(
        HIGASHI, h -> Commands.send(h, Story.leg(2), NISHI, ReferralMode.TOGETHER, ONE, null));
  }

  @Test
  void what_comes_back_to_a_sender_that_left_is_sent_on_by_the_desk() {
    Story story = Situation.DECLINED.story().leave(HIGASHI);
    story.does(DESK, h -> Commands.send(h, Story.leg(2), NISHI, ReferralMode.TOGETHER, ONE, null));
  }

  @Test
  void the_desk_ends_the_support_of_a_receiving_agency_that_left() {
    Story story = Situation.RECEIVED.story();
    story.isRefused(
        DESK, RefusalCode.CASE_UNKNOWN, h -> new EndSupport(h, CompletionOutcome.SETTLED));
    story.leave(HIGASHI).does(DESK, h -> new EndSupport(h, CompletionOutcome.SETTLED));
  }

  @Test
  void the_desk_hands_the_coordination_of_an_agency_that_left_to_another() {
    Story story = coordinatedBy(SHAKYO).leave(SHAKYO);
    story.does(DESK, h -> new ChangeCoordinator(h, KANKYO));
    assertThat(story.state().coordination())
        .isInstanceOfSatisfying(
            Coordination.Open.class, open -> assertThat(open.coordinator()).isEqualTo(KANKYO));
  }

  @Test
  void somebody_else_can_be_asked_to_coordinate_when_who_was_asked_left() {
    Story story = Situation.RECEIVED.story();
    story.does(HIGASHI, h -> new RequestCoordination(h, SHAKYO, null));
    story.leave(SHAKYO).does(HIGASHI, h -> new RequestCoordination(h, KOREI, null));
    assertThat(Parties.coordinator(story.state())).contains(KOREI);
  }

  @Test
  void a_dossier_that_only_an_agency_that_left_holds_is_said_to_be_lost() {
    Story story = Situation.SUBMITTED.story().leave(HIGASHI);
    story.does(DESK, h -> triage(h, SHOGAI));
    assertThat(story.toldTo(HIGASHI)).doesNotContain("DossierRequested");
    Story alone = Situation.SENT.story().leave(HIGASHI);
    alone.isRefused(
        SHOGAI,
        RefusalCode.DOSSIER_HOLDER_LEFT,
        h -> new RequestDossier(h, ONE, Sealing.dossierId(1)));
  }

  private static Story coordinatedBy(AgencyId coordinator) {
    Story story = Situation.RECEIVED.story();
    story.does(HIGASHI, h -> new RequestCoordination(h, coordinator, null));
    story.does(coordinator, AcceptCoordination::new);
    return story;
  }

  private static TriageReferral triage(CommandHeader header, AgencyId receiver) {
    return new TriageReferral(header, ONE, receiver, ReferralMode.TOGETHER, null);
  }
}
