package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Commands.ONE;
import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.HOKENSHO;
import static jp.tsunagu.gateway.decision.Town.JIRITSU;
import static jp.tsunagu.gateway.decision.Town.KANKYO;
import static jp.tsunagu.gateway.decision.Town.KODOMO;
import static jp.tsunagu.gateway.decision.Town.KOREI;
import static jp.tsunagu.gateway.decision.Town.MINSEI;
import static jp.tsunagu.gateway.decision.Town.NOZEI;
import static jp.tsunagu.gateway.decision.Town.SHAKYO;
import static jp.tsunagu.gateway.decision.Town.SHIMBUN;
import static jp.tsunagu.gateway.decision.Town.SHOBO;
import static jp.tsunagu.gateway.decision.Town.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.dossier.Statute;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.CompletionOutcome;
import jp.tsunagu.contract.lifecycle.ConsentCommand.AnswerSharingStop;
import jp.tsunagu.contract.lifecycle.ConsentCommand.RecordConsent;
import jp.tsunagu.contract.lifecycle.ConsentCommand.WithdrawConsent;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopRequested;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopped;
import jp.tsunagu.contract.lifecycle.ConsentMethod;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AcceptCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AppointMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ChangeCoordinator;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RequestCoordination;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReferralCommand.AcceptReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.CompleteReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralAccepted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.SharedByLaw;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.SharingStop;
import jp.tsunagu.contract.lifecycle.Stage;
import jp.tsunagu.contract.lifecycle.StopAnswer;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Refuse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * シナリオ3 ごみ屋敷・同意なし: a department of the city that is no welfare window receives the case and
 * coordinates it itself. The steps that need no meeting.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OneHouseFullOfThingsTest {
  private static final ReferralId ADVICE = Story.leg(1);
  private static final ReferralId EMERGENCY = Story.leg(2);
  private static final ReferralId SUPPORT = Story.leg(3);

  private final Story story = Story.beginning("2026-06-22T09:40");

  @BeforeEach
  void steps_1_and_3_the_department_receives_and_asks_advice_without_a_name() {
    story.does(KANKYO, h -> Commands.receive(h, 1, Field.OTHER));
    story.does(KANKYO, h -> new RequestCoordination(h, KANKYO, null));
    story.does(KANKYO, AcceptCoordination::new);
    step_2_the_name_is_refused();
    story.does(
        "2026-06-22T11:15",
        KANKYO,
        h ->
            Commands.send(
                h,
                ADVICE,
                SHAKYO,
                ReferralMode.ADVICE,
                null,
                Sealing.dossier(1, KANKYO, Sealing.note(SHAKYO))));
    story.does(
        "2026-06-23T10:00",
        SHAKYO,
        h ->
            new CompleteReferral(
                h,
                ADVICE,
                CompletionOutcome.ANSWERED,
                Sealing.dossier(2, SHAKYO, Sealing.note(KANKYO))));
  }

  private Refuse step_2_the_name_is_refused() {
    return story.isRefused(
        "2026-06-22T11:00",
        KANKYO,
        RefusalCode.NO_BASIS_FOR_PERSON,
        h ->
            Commands.send(
                h,
                Story.leg(9),
                HIGASHI,
                ReferralMode.TOGETHER,
                null,
                kubodera(9, KANKYO, HIGASHI, SharingBasis.CONSENT)));
  }

  private static SealedDossier kubodera(
      int number, AgencyId sender, AgencyId reader, SharingBasis basis) {
    return Sealing.dossier(
        number, sender, Sealing.person(1, basis, Set.of(DetailKind.IDENTITY), reader));
  }

  private void step_6_members_are_appointed() {
    story.timePasses("2026-07-01T10:00");
    List.of(HIGASHI, SHAKYO, HOKENSHO, NOZEI, SHOBO, MINSEI, SHIMBUN)
        .forEach(member -> story.does(KANKYO, h -> new AppointMember(h, member)));
  }

  private void step_11_emergency_on_a_saturday() {
    story.does("2026-07-18T07:30", HIGASHI, h -> emergency(Story.phoned(h, "2026-07-18T07:25")));
    story.does(
        "2026-07-21T09:00",
        HOKENSHO,
        h -> new AcceptReferral(Story.happened(h, "2026-07-18T09:00"), EMERGENCY, null));
  }

  private static SendReferral emergency(CommandHeader header) {
    return new SendReferral(
        header,
        EMERGENCY,
        HOKENSHO,
        ReferralMode.TOGETHER,
        Urgency.EMERGENCY,
        null,
        kubodera(3, HIGASHI, HOKENSHO, SharingBasis.law(Statute.LIFE_AND_BODY)));
  }

  private void steps_12_and_13_partial_consent_and_another_coordinator() {
    story.does("2026-07-27T14:00", HIGASHI, OneHouseFullOfThingsTest::partialConsent);
    story.isRefused(
        "2026-08-03T09:55",
        KANKYO,
        RefusalCode.COORDINATOR_NOT_ELIGIBLE,
        h -> new ChangeCoordinator(h, HIGASHI));
    story.does("2026-08-03T10:00", KANKYO, h -> new ChangeCoordinator(h, KOREI));
  }

  private static RecordConsent partialConsent(CommandHeader header) {
    return new RecordConsent(
        header,
        Story.consent(1),
        new ConsentTerms(
            Story.person(1),
            ConsentPurpose.COORDINATION,
            Set.of(DetailKind.IDENTITY, DetailKind.HEALTH, DetailKind.CARE),
            Set.of(HIGASHI, KOREI, HOKENSHO, SHAKYO),
            Set.of(),
            ConsentMethod.WRITTEN,
            LocalDate.of(2026, 7, 27),
            null));
  }

  private void step_15_consent_for_shakyo_is_withdrawn() {
    story.does(
        "2026-08-07T16:00",
        KOREI,
        h ->
            Commands.send(
                h,
                SUPPORT,
                SHAKYO,
                ReferralMode.TOGETHER,
                null,
                kubodera(4, KOREI, SHAKYO, SharingBasis.CONSENT)));
    story.does("2026-08-10T10:00", SHAKYO, h -> new AcceptReferral(h, SUPPORT, null));
    story.does(
        "2026-08-28T15:00", HIGASHI, h -> new WithdrawConsent(h, Story.consent(1), Set.of(SHAKYO)));
    story.does(
        "2026-08-31T09:20",
        SHAKYO,
        h -> new AnswerSharingStop(h, Story.person(1), StopAnswer.RETAINED_BY_LAW));
    story.does(
        SHAKYO, h -> new CompleteReferral(h, SUPPORT, CompletionOutcome.PERSON_DECLINED, null));
  }

  private void all_steps() {
    step_6_members_are_appointed();
    step_11_emergency_on_a_saturday();
    steps_12_and_13_partial_consent_and_another_coordinator();
    step_15_consent_for_shakyo_is_withdrawn();
  }

  @Test
  void V1_the_refusal_shows_three_ways_out() {
    assertThat(step_2_the_name_is_refused().nextSteps())
        .contains(
            NextStep.ASK_WITHOUT_NAMES,
            NextStep.PREPARE_SUPPORT_CONFERENCE,
            NextStep.CHOOSE_LAWFUL_BASIS);
  }

  @Test
  void N1_the_agency_the_name_was_meant_for_learns_nothing() {
    assertThat(story.inboxOf(HIGASHI)).isEmpty();
  }

  @Test
  void step_3_advice_is_given_at_once_and_the_household_stays_where_it_was() {
    assertThat(story.referral(1).stage())
        .isEqualTo(new Stage.Completed(CompletionOutcome.ANSWERED));
    assertThat(Parties.supporters(story.state())).containsExactly(KANKYO);
  }

  @Test
  void step_11_life_and_body_needs_the_telephone_first() {
    step_6_members_are_appointed();
    story.isRefused(
        "2026-07-18T07:20",
        HIGASHI,
        RefusalCode.TELEPHONE_FIRST,
        OneHouseFullOfThingsTest::emergency);
    step_11_emergency_on_a_saturday();
    assertThat(only(SharedByLaw.class).basis().statute()).isEqualTo(Statute.LIFE_AND_BODY);
  }

  @Test
  void step_11_the_deadline_is_24_hours_later_although_it_is_a_Sunday() {
    step_6_members_are_appointed();
    step_11_emergency_on_a_saturday();
    ReferralSent sent =
        (ReferralSent)
            story.events().stream()
                .filter(ReferralSent.class::isInstance)
                .reduce((a, b) -> b)
                .orElseThrow();
    assertThat(sent.clock().respondBy()).isEqualTo(Story.tokyo("2026-07-19T07:30"));
    assertThat(sent.clock().endsOnClosedDay()).isTrue();
  }

  @Test
  void V4_D3_real_time_and_time_of_entry_are_kept_apart() {
    step_6_members_are_appointed();
    step_11_emergency_on_a_saturday();
    ReferralAccepted accepted =
        (ReferralAccepted)
            story.inboxOf(HIGASHI).stream()
                .filter(ReferralAccepted.class::isInstance)
                .findFirst()
                .orElseThrow();
    assertThat(accepted.header().occurredAt()).isEqualTo(Story.tokyo("2026-07-18T09:00"));
    assertThat(accepted.header().times().enteredAt()).isEqualTo(Story.tokyo("2026-07-21T09:00"));
    assertThat(Duration.between(Story.tokyo("2026-07-18T07:30"), accepted.header().occurredAt()))
        .isEqualTo(Duration.ofMinutes(90));
  }

  @Test
  void V1_step_13_the_first_coordinator_sees_that_it_was_replaced() {
    all_steps();
    assertThat(story.toldTo(KANKYO)).contains("CoordinatorChanged");
    assertThat(story.state().coordination())
        .isInstanceOfSatisfying(
            Coordination.Open.class, open -> assertThat(open.coordinator()).isEqualTo(KOREI));
  }

  @Test
  void N5_the_first_coordinator_learns_nothing_of_the_consent_it_is_not_named_in() {
    all_steps();
    assertThat(story.toldTo(KANKYO)).doesNotContain("ConsentRecorded", "ConsentWithdrawn");
    assertThat(story.inboxOf(KANKYO))
        .filteredOn(event -> event.header().recordedAt().isAfter(Story.tokyo("2026-08-04T00:00")))
        .isEmpty();
  }

  @Test
  void V5_the_new_coordinator_sees_who_has_answered_the_withdrawal() {
    all_steps();
    assertThat(story.whoLearnedOf(SharingStopRequested.class))
        .containsExactlyInAnyOrder(SHAKYO, HIGASHI, KOREI);
    assertThat(story.whoLearnedOf(SharingStopped.class))
        .containsExactlyInAnyOrder(SHAKYO, HIGASHI, KOREI);
    assertThat(story.state().stops())
        .extracting(SharingStop::answer)
        .containsExactly(StopAnswer.RETAINED_BY_LAW);
  }

  @Test
  void step_15_for_the_others_the_consent_stands() {
    all_steps();
    assertThat(story.state().consents().getFirst().terms().recipients())
        .containsExactlyInAnyOrder(HIGASHI, KOREI, HOKENSHO);
    assertThat(story.referral(3).stage())
        .isEqualTo(new Stage.Completed(CompletionOutcome.PERSON_DECLINED));
  }

  @Test
  void N6_after_the_withdrawal_nothing_new_reaches_shakyo() {
    all_steps();
    story.isRefused(
        KOREI,
        RefusalCode.NO_BASIS_FOR_PERSON,
        h ->
            Commands.send(
                h,
                Story.leg(9),
                SHAKYO,
                ReferralMode.TOGETHER,
                null,
                kubodera(9, KOREI, SHAKYO, SharingBasis.CONSENT)));
  }

  @Test
  void N7_for_three_other_agencies_the_case_does_not_exist() {
    all_steps();
    for (AgencyId agency : List.of(SHOGAI, KODOMO, JIRITSU)) {
      assertThat(story.inboxOf(agency)).isEmpty();
      assertThat(Parties.takesPart(story.state(), agency, Town.ROLL)).isFalse();
      story.isRefused(agency, RefusalCode.CASE_UNKNOWN, h -> new AcceptReferral(h, ONE, null));
    }
  }

  private <T extends CaseEvent> T only(Class<T> kind) {
    return kind.cast(story.events().stream().filter(kind::isInstance).findFirst().orElseThrow());
  }
}
