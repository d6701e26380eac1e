package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Town.DESK;
import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.SHAKYO;
import static jp.tsunagu.gateway.decision.Town.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.AgencyRole;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.ClosingGround;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ConsentCommand.WithdrawConsent;
import jp.tsunagu.contract.lifecycle.ContactRhythm;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AcceptCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.CloseCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.DecideScreening;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.DecideSupport;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.HandBackCase;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ReportResult;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RequestCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CaseHandedBack;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationClosed;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.SupportDecided;
import jp.tsunagu.contract.lifecycle.FlowException;
import jp.tsunagu.contract.lifecycle.FlowRequirement;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.PassedGate;
import jp.tsunagu.contract.lifecycle.ScreeningRoute;
import jp.tsunagu.contract.lifecycle.Settled;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.RefusalCode;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The steps of 図19 and 図21 in a city that makes them wait for what they need. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GatesTest {

  private static final List<Lead> LEADS = List.of(new Lead(null, SHOGAI));

  private final Story story = Situation.COORDINATED.story().where(Cities.KOMAE.flow());

  @Test
  void a_refusal_names_each_paper_that_is_missing_in_the_order_of_the_city() {
    assertThat(refused(DecideSupport::new))
        .containsExactly(
            NextStep.RECORD_ASSESSMENT,
            NextStep.RECORD_PLAN,
            NextStep.DECIDE_IN_MEETING,
            NextStep.GIVE_EXCEPTION);
    story.does(DESK, h -> Commands.form(h, KnownForm.ASSESSMENT, 1));
    assertThat(refused(DecideSupport::new))
        .containsExactly(NextStep.RECORD_PLAN, NextStep.DECIDE_IN_MEETING, NextStep.GIVE_EXCEPTION);
  }

  @Test
  void whoever_of_the_plan_has_not_applied_is_named() {
    story.does(DESK, h -> Commands.form(h, KnownForm.PLAN, 1, 2));
    var refusal = story.isRefused(DESK, RefusalCode.STEP_NOT_READY, DecideSupport::new);
    assertThat(refusal.persons()).containsExactly(Story.person(2));
    assertThat(refusal.nextSteps()).startsWith(NextStep.RECORD_COORDINATION_CONSENT);
    story.does(DESK, h -> Commands.form(h, KnownForm.PLAN, 1));
    story.does(HIGASHI, h -> new WithdrawConsent(h, Story.consent(2), Set.of()));
    assertThat(story.isRefused(DESK, RefusalCode.STEP_NOT_READY, DecideSupport::new).persons())
        .containsExactly(Story.person(1));
  }

  @Test
  void an_exception_says_in_its_event_what_was_missing() {
    story.does(DESK, h -> Commands.form(h, KnownForm.ASSESSMENT, 1));
    story.does(DESK, h -> new DecideSupport(h, FlowException.URGENT, null));
    assertThat(story.lastTold(DESK, SupportDecided.class).passed())
        .isEqualTo(
            new PassedGate(
                FlowException.URGENT, List.of(FlowRequirement.PLAN, FlowRequirement.ITEM_DECIDED)));
  }

  @Test
  void a_step_done_as_an_exception_is_called_so() {
    story.does(DESK, h -> new DecideSupport(h, FlowException.URGENT, null));
    assertThat(story.called(story.events().getLast())).isEqualTo("支援決定(例外)");
    story.does(DESK, h -> new ReportResult(h, Story.person(1)));
    assertThat(story.called(story.events().getLast())).isEqualTo("結果報告");
  }

  @Test
  void an_exception_that_nothing_called_for_is_none() {
    Story other = Situation.COORDINATED.story();
    other.does(DESK, h -> new DecideSupport(h, FlowException.URGENT, null));
    assertThat(other.lastTold(DESK, SupportDecided.class).passed()).isNull();
  }

  @Test
  void what_the_table_decides_stands_and_shows_what_is_not_on_paper_yet() {
    meet(1, ItemOutcome.PLAN_CONFIRMED);
    assertThat(story.lastTold(DESK, SupportDecided.class).passed())
        .isEqualTo(
            new PassedGate(
                FlowException.AT_THE_TABLE,
                List.of(FlowRequirement.ASSESSMENT, FlowRequirement.PLAN)));
  }

  @Test
  void another_plan_is_decided_anew() {
    story.does(DESK, h -> Commands.form(h, KnownForm.ASSESSMENT, 1));
    story.does(DESK, h -> Commands.form(h, KnownForm.PLAN, 1));
    meet(1, ItemOutcome.CONTINUED);
    story.does(DESK, DecideSupport::new);
    assertThat(refused(DecideSupport::new))
        .containsExactly(NextStep.RECORD_PLAN, NextStep.DECIDE_IN_MEETING, NextStep.GIVE_EXCEPTION);
    story.does(DESK, h -> Commands.form(h, KnownForm.PLAN, 1));
    meet(2, ItemOutcome.CONTINUED);
    story.does(DESK, DecideSupport::new);
  }

  @Test
  void the_end_waits_for_an_evaluation_that_a_meeting_dealt_with() {
    story.does(DESK, h -> new DecideSupport(h, FlowException.ON_PAPER, null));
    story.isRefused(DESK, RefusalCode.STEP_NOT_READY, h -> new CloseCoordination(h, LEADS));
    story.does(DESK, h -> Commands.form(h, KnownForm.EVALUATION, 1));
    meet(1, ItemOutcome.CONTINUED);
    story.does(DESK, h -> new CloseCoordination(h, LEADS));
    assertThat(story.lastTold(DESK, CoordinationClosed.class).passed()).isNull();
  }

  @Test
  void a_ground_takes_the_place_of_the_evaluation_and_stands_in_the_event() {
    assertThat(refused(h -> new CloseCoordination(h, LEADS)))
        .contains(NextStep.GIVE_CLOSING_GROUND);
    story.does(HIGASHI, h -> new WithdrawConsent(h, Story.consent(2), Set.of()));
    story.does(
        DESK, h -> new CloseCoordination(h, LEADS, ClosingGround.PERSON_DECLINED, null, null));
    CoordinationClosed closed = story.lastTold(DESK, CoordinationClosed.class);
    assertThat(closed.ground()).isEqualTo(ClosingGround.PERSON_DECLINED);
    assertThat(closed.passed()).isNull();
    story.does(DESK, h -> new ReportResult(h, Story.person(1)));
  }

  @Test
  void a_result_is_told_after_a_decision() {
    assertThat(refused(h -> new ReportResult(h, Story.person(1))))
        .containsExactly(NextStep.DECIDE_SUPPORT, NextStep.GIVE_EXCEPTION);
    story.does(DESK, h -> new DecideSupport(h, FlowException.ON_PAPER, null));
    story.does(DESK, h -> new ReportResult(h, Story.person(1)));
  }

  @Test
  void advice_at_the_screening_is_an_end_of_its_own() {
    Story asked = Situation.COORDINATION_REQUESTED.story().where(Cities.KOMAE.flow());
    asked.does(DESK, h -> new DecideScreening(h, ScreeningRoute.ADVICE_ONLY, "no-consent"));
    assertThat(asked.state().coordination()).isInstanceOf(Coordination.Closed.class);
    asked.does(DESK, h -> new ReportResult(h, Story.person(1)));
  }

  @Test
  void what_was_on_paper_before_the_case_came_back_counts_no_more() {
    story.does(DESK, h -> Commands.form(h, KnownForm.ASSESSMENT, 1));
    story.does(DESK, h -> new CloseCoordination(h, LEADS, ClosingGround.MOVED_AWAY, null, null));
    story.does(HIGASHI, h -> new RequestCoordination(h, DESK, null));
    story.does(DESK, AcceptCoordination::new);
    assertThat(refused(DecideSupport::new)).startsWith(NextStep.RECORD_ASSESSMENT);
    assertThat(story.state().forms()).hasSize(1);
  }

  @Test
  void a_case_goes_back_with_roles_lead_and_rhythm() {
    story.does(DESK, h -> new DecideSupport(h, FlowException.ON_PAPER, null));
    assertThat(refused(h -> Commands.handBack(h, Commands.THREE, SHOGAI)))
        .containsExactly(NextStep.SETTLE_ROLES, NextStep.GIVE_EXCEPTION);
    Settled settled =
        new Settled(
            new Lead(null, SHOGAI),
            List.of(new AgencyRole(SHAKYO, "outreach")),
            ContactRhythm.MONTHLY);
    story.does(DESK, h -> handBack(h, Commands.TWO, settled));
    CaseHandedBack told = story.lastTold(SHOGAI, CaseHandedBack.class);
    assertThat(told.settled()).isEqualTo(settled);
    story.isRefused(
        DESK,
        RefusalCode.ROLE_UNKNOWN,
        h ->
            handBack(
                h,
                Commands.THREE,
                new Settled(new Lead(null, SHOGAI), List.of(new AgencyRole(SHAKYO, "?")), null)));
  }

  private static HandBackCase handBack(CommandHeader header, ReferralId id, Settled settled) {
    return new HandBackCase(header, id, SHOGAI, Urgency.NORMAL, settled, null, null);
  }

  private List<NextStep> refused(Function<CommandHeader, CaseCommand> step) {
    return story.isRefused(DESK, RefusalCode.STEP_NOT_READY, step).nextSteps();
  }

  private void meet(int number, ItemOutcome outcome) {
    var item = Meetings.request(number);
    story.does(DESK, h -> Meetings.ask(h, number, Meetings.PLAN, Set.of(1), SHOGAI));
    story.does(AgencyId.SCHEDULER, h -> Meetings.publish(h, item, Meetings.PLAN_DECEMBER, 1));
    story.does(AgencyId.SCHEDULER, h -> Meetings.held(h, item, Meetings.PLAN_DECEMBER, SHOGAI));
    story.does(
        AgencyId.SCHEDULER, h -> Meetings.decide(h, item, Meetings.PLAN_DECEMBER, outcome, null));
  }
}
