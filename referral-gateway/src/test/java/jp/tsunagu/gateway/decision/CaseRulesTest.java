package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Town.DESK;
import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.MINSEI;
import static jp.tsunagu.gateway.decision.Town.NISHI;
import static jp.tsunagu.gateway.decision.Town.NOZEI;
import static jp.tsunagu.gateway.decision.Town.SHAKYO;
import static jp.tsunagu.gateway.decision.Town.SHOGAI;
import static jp.tsunagu.gateway.decision.Town.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ConsentCommand.AnswerSharingStop;
import jp.tsunagu.contract.lifecycle.ConsentCommand.WithdrawConsent;
import jp.tsunagu.contract.lifecycle.ConsentEvent.ConsentWithdrawn;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.LiftProtection;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ProtectCase;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveConsultation;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.RegisterPersons;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.SettleFields;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.CaseProtected;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AcceptCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AppointMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.CloseCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.DecideScreening;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ReleaseMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RequestCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationClosed;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationRequested;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.ScreeningDecided;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.Reception;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.ReferralCommand.AcceptReferral;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.ScreeningRoute;
import jp.tsunagu.contract.lifecycle.StopAnswer;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.message.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Rules about the case itself, its coordination and its consents. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CaseRulesTest {

  @Test
  void only_registered_agencies_take_part() {
    Story story = Situation.NOTHING.story();
    story.isRefused(STRANGER, RefusalCode.AGENCY_UNKNOWN, h -> Commands.receive(h, 1, Field.OTHER));
    story.isRefused(
        HIGASHI,
        RefusalCode.AGENCY_UNKNOWN,
        h -> Commands.receive(Story.onBehalfOf(h, STRANGER), 1, Field.OTHER));
  }

  @Test
  void what_has_not_happened_yet_is_refused_but_for_a_clock_five_minutes_ahead() {
    Story story = Situation.NOTHING.story();
    story.isRefused(
        HIGASHI,
        RefusalCode.COMMAND_FROM_THE_FUTURE,
        h -> Commands.receive(Story.happened(h, "2026-09-03T10:26"), 1, Field.OTHER));
    story.isRefused(
        HIGASHI,
        RefusalCode.COMMAND_FROM_THE_FUTURE,
        h -> Commands.receive(Story.phoned(h, "2026-09-03T10:26"), 1, Field.OTHER));
    story.does(
        HIGASHI, h -> Commands.receive(Story.happened(h, "2026-09-03T10:25"), 1, Field.OTHER));
  }

  @Test
  void a_consultation_needs_a_field_an_area_persons_and_a_listed_introducer() {
    Story story = Situation.NOTHING.story();
    story.isRefused(HIGASHI, RefusalCode.FIELDS_MISSING, h -> Commands.receive(h, 1));
    story.isRefused(
        HIGASHI, RefusalCode.PERSONS_OUT_OF_RANGE, h -> Commands.receive(h, 0, Field.OTHER));
    story.isRefused(
        HIGASHI, RefusalCode.PERSONS_OUT_OF_RANGE, h -> Commands.receive(h, 31, Field.OTHER));
    story.isRefused(HIGASHI, RefusalCode.AREA_UNKNOWN, h -> receive(h, new AreaId("hokubu"), null));
    story.isRefused(
        HIGASHI, RefusalCode.INTRODUCER_UNKNOWN, h -> receive(h, Town.EAST, "neighbour"));
    story.does(HIGASHI, h -> receive(h, Town.EAST, "tax-office"));
  }

  private static ReceiveConsultation receive(
      CommandHeader header, AreaId area, @Nullable String introducedBy) {
    return new ReceiveConsultation(
        header,
        new Reception(Set.of(Field.OTHER), area, Urgency.NORMAL, ReceptionKind.NEW, introducedBy),
        1,
        null);
  }

  @Test
  void persons_are_only_added() {
    Story story = Situation.RECEIVED.story();
    story.isRefused(HIGASHI, RefusalCode.PERSONS_OUT_OF_RANGE, h -> new RegisterPersons(h, 2));
    story.does(HIGASHI, h -> new RegisterPersons(h, 3));
  }

  @Test
  void whoever_holds_a_leg_may_settle_the_fields_and_whoever_is_only_asked_may_not() {
    Story asked = Situation.OPENED.story();
    asked.isRefused(
        SHOGAI,
        RefusalCode.NOT_THE_RECEIVING_AGENCY,
        h -> new SettleFields(h, Set.of(Field.DISABILITY)));
    Story held = Situation.ACCEPTED.story();
    held.does(SHOGAI, h -> new SettleFields(h, Set.of(Field.DISABILITY)));
  }

  @Test
  void the_agencies_in_charge_cannot_be_excluded() {
    Story story = Situation.COORDINATED.story();
    for (AgencyId agency : List.of(HIGASHI, DESK)) {
      story.isRefused(
          HIGASHI, RefusalCode.EXCLUSION_NOT_POSSIBLE, h -> Commands.protect(h, Set.of(agency)));
    }
  }

  @Test
  void for_an_excluded_agency_the_case_is_gone_even_if_it_held_a_leg() {
    Story story = Situation.ACCEPTED.story();
    story.does(HIGASHI, h -> Commands.protect(h, Set.of(SHOGAI)));
    story.isRefused(
        SHOGAI, RefusalCode.CASE_UNKNOWN, h -> new SettleFields(h, Set.of(Field.OTHER)));
    assertThat(story.whoLearnedOf(CaseProtected.class)).doesNotContain(SHOGAI);
  }

  @Test
  void who_is_named_and_who_is_excluded_is_told_only_to_those_named() {
    Story story = Situation.ACCEPTED.story();
    story.does(
        HIGASHI,
        h ->
            new ProtectCase(
                h, new Protection(Set.of(SHOGAI), Set.of(NOZEI), LocalDate.of(2027, 3, 31))));
    assertThat(story.whoLearnedOf(CaseProtected.class)).containsExactlyInAnyOrder(HIGASHI, SHOGAI);
  }

  @Test
  void protection_does_not_end_by_itself_and_a_person_lifts_it() {
    Story story = Situation.PROTECTED.story();
    story.timePasses("2028-01-04T10:00");
    assertThat(story.state().isProtected()).isTrue();
    story.isRefused(SHOGAI, RefusalCode.NOT_THE_RECEIVING_AGENCY, LiftProtection::new);
    story.does(HIGASHI, LiftProtection::new);
    assertThat(story.state().isProtected()).isFalse();
    assertThat(story.state().everProtected()).isTrue();
  }

  @Test
  void coordination_is_asked_of_an_agency_that_can_coordinate() {
    Story story = Situation.RECEIVED.story();
    story.isRefused(
        HIGASHI,
        RefusalCode.COORDINATOR_NOT_ELIGIBLE,
        h -> new RequestCoordination(h, SHOGAI, null));
    story.isRefused(
        HIGASHI, RefusalCode.AGENCY_UNKNOWN, h -> new RequestCoordination(h, STRANGER, null));
  }

  @Test
  void only_the_coordinator_closes_and_names_a_lead() {
    Story story = Situation.COORDINATED.story();
    List<Lead> leads = List.of(new Lead(Story.person(1), SHOGAI));
    story.isRefused(
        HIGASHI, RefusalCode.ONLY_THE_COORDINATOR, h -> new CloseCoordination(h, leads));
    story.isRefused(DESK, RefusalCode.LEAD_MISSING, h -> new CloseCoordination(h, List.of()));
    story.isRefused(
        DESK,
        RefusalCode.PERSON_UNKNOWN,
        h -> new CloseCoordination(h, List.of(new Lead(Story.person(3), SHOGAI))));
    story.does(DESK, h -> new CloseCoordination(h, leads));
    assertThat(story.whoLearnedOf(CoordinationClosed.class))
        .containsExactlyInAnyOrder(DESK, HIGASHI, SHOGAI);
    assertThat(Parties.activeSupporters(story.state())).containsExactlyInAnyOrder(HIGASHI, SHOGAI);
  }

  @Test
  void who_stays_with_a_person_is_told_to_whoever_has_a_basis_for_that_person() {
    Story story = Situation.COORDINATED.story();
    Lead ofTheFirst = new Lead(Story.person(1), SHOGAI);
    Lead ofTheSecond = new Lead(Story.person(2), SHAKYO);
    assertThat(story.state().consents())
        .noneMatch(consent -> consent.terms().person().equals(Story.person(2)));
    story.does(DESK, h -> new CloseCoordination(h, List.of(ofTheFirst, ofTheSecond)));
    assertThat(leadsToldTo(story, DESK)).containsExactly(ofTheFirst, ofTheSecond);
    assertThat(leadsToldTo(story, SHAKYO)).contains(ofTheSecond);
    assertThat(leadsToldTo(story, SHOGAI)).containsExactly(ofTheFirst);
    assertThat(leadsToldTo(story, HIGASHI)).doesNotContain(ofTheSecond);
  }

  private static List<Lead> leadsToldTo(Story story, AgencyId agency) {
    return story.lastTold(agency, CoordinationClosed.class).leads();
  }

  @Test
  void asked_again_after_its_end_coordination_knows_that_it_is_again() {
    Story story = Situation.COORDINATION_CLOSED.story();
    var again =
        (CoordinationRequested)
            story.does(HIGASHI, h -> new RequestCoordination(h, DESK, null)).getFirst();
    assertThat(again.again()).isTrue();
  }

  @Test
  void advice_only_ends_the_request_and_the_requester_learns_it() {
    Story story = Situation.COORDINATION_REQUESTED.story();
    story.does(DESK, h -> new DecideScreening(h, ScreeningRoute.ADVICE_ONLY, "no-consent"));
    assertThat(story.state().coordination()).isInstanceOf(Coordination.Closed.class);
    assertThat(story.whoLearnedOf(ScreeningDecided.class)).contains(HIGASHI, DESK);
  }

  @Test
  void the_case_handed_back_stays_with_the_desk_until_it_is_closed() {
    Story story = Situation.HANDED_BACK.story();
    story.does(SHOGAI, h -> new AcceptReferral(h, Commands.ONE, null));
    assertThat(Parties.coordinator(story.state())).contains(DESK);
    assertThat(story.toldTo(DESK)).endsWith("CaseHandedBack", "ReferralAccepted");
  }

  @Test
  void a_member_without_a_role_gives_back_what_it_got_in_the_conference() {
    Story story = Situation.RECEIVED.story();
    story.does(HIGASHI, h -> new RequestCoordination(h, DESK, null));
    story.does(DESK, AcceptCoordination::new);
    List.of(HIGASHI, NOZEI).forEach(m -> story.does(DESK, h -> new AppointMember(h, m)));
    story.does(
        HIGASHI,
        h ->
            Commands.send(
                h,
                Commands.ONE,
                NOZEI,
                ReferralMode.ADVICE,
                null,
                Sealing.dossier(
                    1,
                    HIGASHI,
                    Sealing.part(
                        "person-2",
                        PartKind.PERSON,
                        Story.person(2),
                        Set.of(),
                        SharingBasis.SUPPORT_CONFERENCE,
                        NOZEI))));
    assertThat(Story.names(story.does(DESK, h -> new ReleaseMember(h, NOZEI))))
        .containsExactly("MemberReleased", "SharingStopRequested");
    story.does(NOZEI, h -> new AnswerSharingStop(h, Story.person(2), StopAnswer.STOPPED));
    assertThat(story.toldTo(DESK)).endsWith("SharingStopped");
  }

  @Test
  void consent_can_be_taken_back_for_some_and_then_for_all() {
    Story story = Situation.SENT.story();
    List<String> first =
        Story.names(
            story.does(
                HIGASHI, h -> new WithdrawConsent(h, Story.consent(1), Set.of(SHAKYO, NISHI))));
    assertThat(first).containsExactly("ConsentWithdrawn");
    story.isRefused(
        HIGASHI,
        RefusalCode.CONSENT_ALREADY_WITHDRAWN,
        h -> new WithdrawConsent(h, Story.consent(1), Set.of(SHAKYO)));
    var second = story.does(HIGASHI, h -> new WithdrawConsent(h, Story.consent(1), Set.of()));
    assertThat(((ConsentWithdrawn) second.getFirst()).recipients())
        .containsExactlyInAnyOrder(SHOGAI, DESK);
    assertThat(Story.names(second)).containsExactly("ConsentWithdrawn", "SharingStopRequested");
  }

  @Test
  void a_withdrawal_reaches_holders_and_nobody_who_never_had_a_part() {
    Story story = Situation.CONSENT_WITHDRAWN.story();
    assertThat(story.whoLearnedOf(ConsentWithdrawn.class))
        .containsExactlyInAnyOrder(HIGASHI, SHOGAI);
  }

  @Test
  void consent_needs_a_known_person_recipients_and_a_day_that_has_come() {
    Story story = Situation.RECEIVED.story();
    story.isRefused(
        HIGASHI,
        RefusalCode.PERSON_UNKNOWN,
        h -> Commands.consent(h, 8, 3, ConsentPurpose.COORDINATION, SHOGAI));
    story.isRefused(
        HIGASHI,
        RefusalCode.CONSENT_RECIPIENTS_MISSING,
        h -> Commands.consent(h, 8, 1, ConsentPurpose.COORDINATION));
    story.isRefused(
        HIGASHI,
        RefusalCode.CONSENT_ALREADY_EXISTS,
        h -> Commands.consent(h, 1, 1, ConsentPurpose.COORDINATION, SHOGAI));
    story.isRefused(
        HIGASHI,
        RefusalCode.AGENCY_UNKNOWN,
        h -> Commands.consent(h, 8, 1, ConsentPurpose.COORDINATION, STRANGER));
  }

  @Test
  void a_participant_on_paper_answers_through_whoever_records_for_it() {
    Story story = Situation.RECEIVED.story();
    story.does(HIGASHI, h -> new RequestCoordination(h, DESK, null));
    story.does(DESK, h -> new AppointMember(h, MINSEI));
    story.does(DESK, h -> new ReleaseMember(h, MINSEI));
    story.isRefused(
        DESK,
        RefusalCode.NO_STOP_REQUESTED,
        h ->
            new AnswerSharingStop(
                Story.onBehalfOf(h, MINSEI), Story.person(1), StopAnswer.STOPPED));
  }
}
