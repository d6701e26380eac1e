package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Commands.ONE;
import static jp.tsunagu.gateway.decision.Commands.TWO;
import static jp.tsunagu.gateway.decision.Town.DESK;
import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.HOKENSHO;
import static jp.tsunagu.gateway.decision.Town.JIRITSU;
import static jp.tsunagu.gateway.decision.Town.KODOMO;
import static jp.tsunagu.gateway.decision.Town.NISHI;
import static jp.tsunagu.gateway.decision.Town.SHAKYO;
import static jp.tsunagu.gateway.decision.Town.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ConsentCommand.RecordConsent;
import jp.tsunagu.contract.lifecycle.ConsentEvent.ConsentRecorded;
import jp.tsunagu.contract.lifecycle.ConsentMethod;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AcceptCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RequestCoordination;
import jp.tsunagu.contract.lifecycle.Exclusion;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReferralCommand.AcceptReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.MakeFirstContact;
import jp.tsunagu.contract.lifecycle.ReferralCommand.OpenReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ReportArrival;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralAccepted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Refuse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * シナリオ1 8050とひきこもり: the mother (世帯員1) consents, the son (世帯員2) does not yet. The steps that need no
 * meeting.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HouseholdWithoutConsentOfTheSonTest {
  private final Story story = Story.beginning("2026-09-03T10:20");

  @BeforeEach
  void steps_1_and_2_the_mother_comes_and_consents_for_herself() {
    story.does(HIGASHI, h -> Commands.receive(h, 3, Field.ELDERLY_CARE, Field.OTHER));
    story.does("2026-09-03T10:30", HIGASHI, HouseholdWithoutConsentOfTheSonTest::mothersConsent);
  }

  private static RecordConsent mothersConsent(CommandHeader header) {
    return new RecordConsent(
        header,
        Story.consent(1),
        new ConsentTerms(
            Story.person(1),
            ConsentPurpose.COMPREHENSIVE_SUPPORT,
            Set.of(DetailKind.IDENTITY, DetailKind.CONTACT, DetailKind.CARE, DetailKind.HOUSEHOLD),
            Set.of(SHAKYO),
            Set.of(),
            ConsentMethod.WRITTEN,
            LocalDate.of(2026, 9, 3),
            null));
  }

  private static SealedPart mother(AgencyId... readers) {
    return Sealing.person(
        1,
        SharingBasis.CONSENT,
        Set.of(DetailKind.IDENTITY, DetailKind.CONTACT, DetailKind.CARE),
        readers);
  }

  /** 「長男・54歳」 stands in the mother's words about her household. */
  private static SealedPart household(AgencyId... readers) {
    return Sealing.part(
        "household",
        PartKind.HOUSEHOLD,
        Story.person(1),
        Set.of(DetailKind.HOUSEHOLD),
        SharingBasis.CONSENT,
        readers);
  }

  private static SealedPart son(AgencyId... readers) {
    return Sealing.person(2, SharingBasis.CONSENT, Set.of(DetailKind.HEALTH), readers);
  }

  private static SendReferral toShakyo(CommandHeader header, SealedDossier dossier) {
    return Commands.send(header, ONE, SHAKYO, ReferralMode.TOGETHER, null, dossier);
  }

  private Refuse step_3_the_sons_history_is_refused() {
    return story.isRefused(
        "2026-09-03T10:45",
        HIGASHI,
        RefusalCode.NO_BASIS_FOR_PERSON,
        h -> toShakyo(h, Sealing.dossier(1, HIGASHI, mother(SHAKYO), son(SHAKYO))));
  }

  private void steps_4_and_5_shakyo_takes_it() {
    story.does(
        "2026-09-03T10:52",
        HIGASHI,
        h -> toShakyo(h, Sealing.dossier(1, HIGASHI, mother(SHAKYO), household(SHAKYO))));
    story.does(SHAKYO, h -> new ReportArrival(h, ONE));
    story.does("2026-09-04T09:05", SHAKYO, h -> new OpenReferral(h, ONE));
    story.does("2026-09-07T11:30", SHAKYO, h -> new AcceptReferral(h, ONE, null));
  }

  private void step_14_the_son_consents() {
    story.does("2026-11-26T14:00", SHAKYO, h -> sonsConsent(h, 2, ConsentMethod.ORAL));
    story.does("2026-12-01T10:00", SHAKYO, h -> sonsConsent(h, 3, ConsentMethod.WRITTEN));
  }

  private static RecordConsent sonsConsent(CommandHeader header, int number, ConsentMethod method) {
    return new RecordConsent(
        header,
        Story.consent(number),
        new ConsentTerms(
            Story.person(2),
            ConsentPurpose.COORDINATION,
            Set.of(DetailKind.IDENTITY, DetailKind.HEALTH, DetailKind.DISABILITY),
            Set.of(SHAKYO, SHOGAI, HOKENSHO),
            Set.of(
                new Exclusion(DetailKind.HEALTH, HIGASHI),
                new Exclusion(DetailKind.DISABILITY, HIGASHI)),
            method,
            LocalDate.of(2026, 11, 26),
            null));
  }

  private void step_17_shakyo_brings_in_the_disability_consultation() {
    story.does("2026-12-09T09:30", SHAKYO, h -> new RequestCoordination(h, SHAKYO, null));
    story.does(SHAKYO, AcceptCoordination::new);
    story.does(
        "2026-12-09T10:00",
        SHAKYO,
        h ->
            Commands.send(
                h,
                TWO,
                SHOGAI,
                ReferralMode.TOGETHER,
                null,
                Sealing.dossier(2, SHAKYO, son(SHOGAI))));
    story.does("2026-12-10T13:00", SHOGAI, h -> new AcceptReferral(h, TWO, null));
    story.does("2026-12-17T10:00", SHOGAI, h -> new MakeFirstContact(h, TWO));
  }

  @Test
  void V2_the_refusal_names_the_son_and_two_ways_out() {
    Refuse refusal = step_3_the_sons_history_is_refused();
    assertThat(refusal.persons()).containsExactly(Story.person(2));
    assertThat(refusal.nextSteps())
        .contains(NextStep.LEAVE_PERSON_OUT, NextStep.PREPARE_SUPPORT_CONFERENCE);
  }

  @Test
  void step_3_nothing_leaves_the_house() {
    step_3_the_sons_history_is_refused();
    assertThat(story.state().referrals()).isEmpty();
    assertThat(story.inboxOf(SHAKYO)).isEmpty();
  }

  @Test
  void step_4_the_answer_is_due_on_17_September_at_closing_time() {
    steps_4_and_5_shakyo_takes_it();
    ReferralSent sent = only(ReferralSent.class);
    assertThat(sent.clock().respondBy()).isEqualTo(Story.tokyo("2026-09-17T17:15"));
    assertThat(sent.clock().dueSoonAt()).isEqualTo(Story.tokyo("2026-09-15T08:30"));
    assertThat(sent.mode()).isEqualTo(ReferralMode.TOGETHER);
  }

  @Test
  void V1_the_sender_sees_arrival_opening_and_acceptance_with_their_times() {
    steps_4_and_5_shakyo_takes_it();
    assertThat(story.toldTo(HIGASHI))
        .endsWith("ReferralSent", "ReferralArrived", "ReferralOpened", "ReferralAccepted");
    assertThat(only(ReferralAccepted.class).header().occurredAt())
        .isEqualTo(Story.tokyo("2026-09-07T11:30"));
  }

  @Test
  void step_5_both_agencies_count_the_household() {
    steps_4_and_5_shakyo_takes_it();
    assertThat(Parties.activeSupporters(story.state())).containsExactlyInAnyOrder(HIGASHI, SHAKYO);
  }

  @Test
  void V4_the_disability_consultation_can_be_told_but_the_first_agency_cannot() {
    steps_4_and_5_shakyo_takes_it();
    step_14_the_son_consents();
    step_17_shakyo_brings_in_the_disability_consultation();
    Refuse refusal =
        story.isRefused(
            SHAKYO,
            RefusalCode.NO_BASIS_FOR_PERSON,
            h ->
                Commands.send(
                    h,
                    Commands.THREE,
                    HIGASHI,
                    ReferralMode.TOGETHER,
                    null,
                    Sealing.dossier(3, SHAKYO, son(HIGASHI))));
    assertThat(refusal.persons()).containsExactly(Story.person(2));
  }

  @Test
  void step_17_the_answer_is_due_on_23_December_at_closing_time() {
    steps_4_and_5_shakyo_takes_it();
    step_14_the_son_consents();
    step_17_shakyo_brings_in_the_disability_consultation();
    ReferralSent sent = (ReferralSent) events(ReferralSent.class).getLast();
    assertThat(sent.clock().respondBy()).isEqualTo(Story.tokyo("2026-12-23T17:15"));
  }

  @Test
  void N1_N2_the_first_agency_learns_neither_of_the_sons_consent_nor_of_the_leg_about_him() {
    steps_4_and_5_shakyo_takes_it();
    step_14_the_son_consents();
    step_17_shakyo_brings_in_the_disability_consultation();
    assertThat(story.inboxOf(HIGASHI))
        .filteredOn(event -> event.header().occurredAt().isAfter(Story.tokyo("2026-11-01T00:00")))
        .isEmpty();
    assertThat(story.whoLearnedOf(ConsentRecorded.class))
        .containsExactlyInAnyOrder(HIGASHI, SHAKYO);
  }

  @Test
  void N3_for_agencies_without_a_part_the_case_does_not_exist() {
    steps_4_and_5_shakyo_takes_it();
    for (AgencyId agency : List.of(JIRITSU, KODOMO, NISHI, DESK)) {
      assertThat(story.inboxOf(agency)).isEmpty();
      assertThat(Parties.takesPart(story.state(), agency, Town.ROLL)).isFalse();
      assertThat(story.tries(agency, h -> new OpenReferral(h, ONE)))
          .isEqualTo(
              Story.beginning("2026-09-03T10:20").tries(agency, h -> new OpenReferral(h, ONE)));
    }
  }

  @Test
  void D1_until_acceptance_passed_4_days_38_minutes_of_which_18_hours_8_minutes_were_open() {
    steps_4_and_5_shakyo_takes_it();
    Instant sent = only(ReferralSent.class).header().occurredAt();
    Instant accepted = only(ReferralAccepted.class).header().occurredAt();
    assertThat(Duration.between(sent, accepted)).isEqualTo(Duration.ofDays(4).plusMinutes(38));
    assertThat(Town.CALENDAR.openTimeBetween(sent, accepted))
        .isEqualTo(Duration.ofHours(18).plusMinutes(8));
  }

  @Test
  void G3_sequence_numbers_have_no_gaps() {
    steps_4_and_5_shakyo_takes_it();
    step_14_the_son_consents();
    step_17_shakyo_brings_in_the_disability_consultation();
    assertThat(story.events().stream().map(event -> event.header().sequence()))
        .containsExactlyElementsOf(
            Stream.iterate(1L, n -> n + 1).limit(story.events().size()).toList());
  }

  private <T extends CaseEvent> T only(Class<T> kind) {
    return kind.cast(events(kind).getFirst());
  }

  private List<CaseEvent> events(Class<? extends CaseEvent> kind) {
    return story.events().stream().filter(kind::isInstance).collect(Collectors.toList());
  }
}
