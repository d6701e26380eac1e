package jp.tsunagu.gateway.view;

import static jp.tsunagu.gateway.testing.SampleNetwork.DESK;
import static jp.tsunagu.gateway.testing.SampleNetwork.HOKATSU;
import static jp.tsunagu.gateway.testing.SampleNetwork.JIRITSU;
import static jp.tsunagu.gateway.testing.SampleNetwork.NOZEI;
import static jp.tsunagu.gateway.testing.SampleNetwork.SHAKYO;
import static jp.tsunagu.gateway.testing.SampleNetwork.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ChainPlace;
import jp.tsunagu.contract.lifecycle.Consultation;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.FieldsSettled;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.MemberAppointed;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.MemberReleased;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.FirstContactMade;
import jp.tsunagu.contract.lifecycle.ReferralEvent.InformationRequested;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ResponseDueSoon;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Stage;
import jp.tsunagu.gateway.decision.Roll;
import jp.tsunagu.gateway.testing.Household;
import jp.tsunagu.runtime.caller.Caller.AgencySystem;
import jp.tsunagu.runtime.caller.Caller.Desk;
import org.junit.jupiter.api.Test;

class ViewpointTest {

  private static final Instant START = Instant.parse("2026-10-28T05:30:00Z");

  @Test
  void fields_after_assessment_are_not_for_the_window_that_received_the_household() {
    Household household =
        Household.receivedBy(NOZEI, START)
            .add(JIRITSU, header -> new FieldsSettled(header, Set.of(Field.DISABILITY)));

    assertThat(part(household, NOZEI).map(CaseState::consultation).map(Consultation::fields))
        .contains(Set.of(Field.ELDERLY_CARE, Field.OTHER));
    assertThat(part(household, NOZEI).map(CaseState::consultation))
        .hasValueSatisfying(reception -> assertThat(reception.settledFields()).isNull());
    assertThat(part(household, DESK)).as("the desk's own connector is no party").isEmpty();
    assertThat(general(household).map(CaseState::consultation))
        .hasValueSatisfying(
            reception -> assertThat(reception.settledFields()).containsExactly(Field.DISABILITY));
  }

  @Test
  void whoever_handed_a_household_over_sees_that_it_was_accepted_and_no_more() {
    Household household = Household.receivedBy(NOZEI, START);
    ReferralId leg = household.newLeg();
    household
        .sent(leg, NOZEI, JIRITSU, ReferralMode.HANDOVER)
        .accepted(leg, JIRITSU)
        .add(JIRITSU, header -> new FirstContactMade(header, leg));

    assertThat(leg(household, NOZEI, leg).map(Referral::stage)).contains(new Stage.Accepted());
    assertThat(leg(household, JIRITSU, leg).map(Referral::stage)).contains(new Stage.InContact());
  }

  @Test
  void a_reminder_is_for_the_receiver_and_a_question_for_the_two() {
    Household household = Household.receivedBy(JIRITSU, START);
    ReferralId first = household.newLeg();
    household.sent(first, JIRITSU, SHOGAI);
    ReferralId next = household.newLeg();
    household
        .forwarded(first, next, SHOGAI, SHAKYO)
        .add(AgencyId.GATEWAY, header -> new ResponseDueSoon(header, next))
        .add(SHAKYO, header -> new InformationRequested(header, next, null));

    assertThat(leg(household, SHAKYO, next).orElseThrow().progress().lastTold()).isNotNull();
    assertThat(leg(household, SHOGAI, next).orElseThrow().progress().lastTold()).isNull();
    assertThat(leg(household, SHOGAI, next).orElseThrow().progress().questionOpen()).isTrue();
    assertThat(leg(household, JIRITSU, next).orElseThrow().progress().questionOpen()).isFalse();
  }

  @Test
  void of_a_chain_the_receiver_of_a_leg_that_goes_on_sees_no_leg_but_its_own() {
    Household household = Household.receivedBy(JIRITSU, START);
    ReferralId first = household.newLeg();
    ReferralId next = household.newLeg();
    household.sent(first, JIRITSU, SHOGAI).forwarded(first, next, SHOGAI, SHAKYO);

    assertThat(leg(household, SHAKYO, next).map(Referral::chain))
        .contains(new ChainPlace(next, null));
    assertThat(leg(household, SHOGAI, next).map(Referral::chain))
        .contains(new ChainPlace(first, first));
  }

  @Test
  void a_member_sees_the_case_until_it_is_released() {
    Household household =
        Household.receivedBy(HOKATSU, START)
            .add(HOKATSU, header -> new MemberAppointed(header, NOZEI));
    assertThat(part(household, NOZEI).map(CaseState::members)).contains(Set.of(NOZEI));

    household.add(HOKATSU, header -> new MemberReleased(header, NOZEI));
    assertThat(part(household, NOZEI)).isEmpty();
  }

  @Test
  void coordination_is_for_those_with_a_role_in_it() {
    Household household = Household.receivedBy(JIRITSU, START);
    ReferralId leg = household.newLeg();
    household.sent(leg, JIRITSU, SHOGAI).askedTheDesk(JIRITSU);

    assertThat(part(household, JIRITSU).orElseThrow().coordination())
        .isInstanceOf(Coordination.Requested.class);
    assertThat(part(household, SHOGAI).orElseThrow().coordination())
        .isInstanceOf(Coordination.None.class);
  }

  private static Optional<CaseState> part(Household household, AgencyId agency) {
    return new Viewpoint(new AgencySystem(agency), new Roll(DESK, Set.of()))
        .narrow(household.state());
  }

  private static Optional<CaseState> general(Household household) {
    return new Viewpoint(new Desk(), new Roll(DESK, Set.of())).narrow(household.state());
  }

  private static Optional<Referral> leg(Household household, AgencyId agency, ReferralId id) {
    return part(household, agency).flatMap(state -> state.referral(id));
  }
}
