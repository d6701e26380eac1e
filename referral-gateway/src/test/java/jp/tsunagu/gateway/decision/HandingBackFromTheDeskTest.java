package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Town.DESK;
import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.JIRITSU;
import static jp.tsunagu.gateway.decision.Town.KODOMO;
import static jp.tsunagu.gateway.decision.Town.NISHI;
import static jp.tsunagu.gateway.decision.Town.NOZEI;
import static jp.tsunagu.gateway.decision.Town.SHAKYO;
import static jp.tsunagu.gateway.decision.Town.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ChainPlace;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.CompletionOutcome;
import jp.tsunagu.contract.lifecycle.ConsentCommand.RecordConsent;
import jp.tsunagu.contract.lifecycle.ConsentMethod;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.RegisterPersons;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.SettleFields;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AcceptCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RequestCoordination;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.AcceptReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.CompleteReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.DeclineReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.MakeFirstContact;
import jp.tsunagu.contract.lifecycle.ReferralCommand.OpenReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.RemindReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ReportArrival;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendBackReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.OverdueEscalated;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralAccepted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralCompleted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralDeclined;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ResponseDueSoon;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ResponseOverdue;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Stage;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * シナリオ5 生活困窮と「つなぎ戻し」, steps 1 to 10: from the tax office (納税課) to the 困窮窓口, through silence, 受入不可
 * and 差戻し, to the desk. 義男 is 世帯員1, his mother ハル 世帯員2.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HandingBackFromTheDeskTest {
  private static final ReferralId FROM_TAX_OFFICE = Story.leg(1);
  private static final ReferralId TO_DISABILITY = Story.leg(2);
  private static final ReferralId TO_SHAKYO = Story.leg(3);
  private static final ReferralId ABOUT_THE_MOTHER = Story.leg(20);
  private static final List<AgencyId> ASKED = List.of(JIRITSU, SHOGAI, SHAKYO, NISHI);

  private final Story story = Story.beginning("2026-10-28T14:20");

  @BeforeEach
  void the_ten_steps() {
    steps_1_and_2_the_tax_office_hands_over();
    steps_3_to_5_the_disability_consultation_stays_silent();
    steps_6_and_7_declined_and_sent_back();
    step_8_the_desk_is_asked();
    step_9_the_desk_gathers_information();
    step_10_the_mother_consents_for_herself();
  }

  private void steps_1_and_2_the_tax_office_hands_over() {
    story.does(NOZEI, h -> Commands.receive(h, 1, Field.POVERTY));
    story.does(
        NOZEI,
        h ->
            consent(
                h,
                1,
                1,
                ConsentPurpose.COMPREHENSIVE_SUPPORT,
                Set.of(DetailKind.IDENTITY, DetailKind.CONTACT, DetailKind.CONSULTATION),
                JIRITSU));
    story.isRefused(
        "2026-10-28T14:25",
        NOZEI,
        RefusalCode.NO_BASIS_FOR_PERSON,
        h -> fromTaxOffice(h, yoshio(DetailKind.DEBT, JIRITSU)));
    story.does(
        "2026-10-28T14:30", NOZEI, h -> fromTaxOffice(h, yoshio(DetailKind.CONSULTATION, JIRITSU)));
    story.does(JIRITSU, h -> new ReportArrival(h, FROM_TAX_OFFICE));
    story.does("2026-10-29T08:50", JIRITSU, h -> new OpenReferral(h, FROM_TAX_OFFICE));
    story.does("2026-11-02T10:00", JIRITSU, h -> new AcceptReferral(h, FROM_TAX_OFFICE, null));
    story.does("2026-11-05T10:00", JIRITSU, h -> new MakeFirstContact(h, FROM_TAX_OFFICE));
  }

  private void steps_3_to_5_the_disability_consultation_stays_silent() {
    story.does(
        "2026-11-09T10:00",
        JIRITSU,
        h ->
            consent(
                h,
                2,
                1,
                ConsentPurpose.COMPREHENSIVE_SUPPORT,
                Set.of(DetailKind.IDENTITY, DetailKind.DISABILITY, DetailKind.CONSULTATION),
                SHOGAI,
                SHAKYO));
    story.does(
        JIRITSU,
        h -> new SettleFields(h, Set.of(Field.POVERTY, Field.DISABILITY, Field.ELDERLY_CARE)));
    story.does(
        "2026-11-16T10:00",
        JIRITSU,
        h -> send(h, TO_DISABILITY, SHOGAI, null, 2, yoshio(DetailKind.DISABILITY, SHOGAI)));
    story.does(
        "2026-12-02T15:00",
        DESK,
        h -> new RemindReferral(Story.phoned(h, "2026-12-02T14:55"), TO_DISABILITY));
  }

  private void steps_6_and_7_declined_and_sent_back() {
    story.does(
        "2026-12-03T11:00",
        SHOGAI,
        h ->
            new DeclineReferral(
                h,
                TO_DISABILITY,
                "not-eligible",
                Sealing.dossier(30, SHOGAI, Sealing.note(JIRITSU))));
    story.does(
        "2026-12-03T14:00",
        JIRITSU,
        h -> send(h, TO_SHAKYO, SHAKYO, TO_DISABILITY, 3, yoshio(DetailKind.CONSULTATION, SHAKYO)));
    story.does(
        "2026-12-07T09:30",
        SHAKYO,
        h -> new SendBackReferral(h, TO_SHAKYO, "information-missing", null));
  }

  private void step_8_the_desk_is_asked() {
    story.does("2026-12-09T10:00", JIRITSU, h -> new RequestCoordination(h, DESK, null));
    story.does("2026-12-10T09:00", DESK, AcceptCoordination::new);
    story.isRefused(
        DESK,
        RefusalCode.NO_BASIS_FOR_PERSON,
        h -> send(h, Story.leg(9), SHAKYO, null, 9, yoshio(DetailKind.CONSULTATION, SHAKYO)));
    story.does(
        "2026-12-10T10:00",
        DESK,
        h ->
            consent(
                h,
                3,
                1,
                ConsentPurpose.COORDINATION,
                Set.of(DetailKind.IDENTITY, DetailKind.DISABILITY, DetailKind.CONSULTATION),
                SHOGAI,
                NISHI,
                SHAKYO,
                JIRITSU,
                DESK));
  }

  private void step_9_the_desk_gathers_information() {
    for (int i = 0; i < ASKED.size(); i++) {
      AgencyId agency = ASKED.get(i);
      ReferralId question = Story.leg(10 + i);
      SealedDossier ask = Sealing.dossier(40 + i, DESK, Sealing.note(agency));
      SealedDossier answer = Sealing.dossier(50 + i, agency, yoshio(DetailKind.CONSULTATION, DESK));
      story.does(DESK, h -> Commands.send(h, question, agency, ReferralMode.ADVICE, null, ask));
      story.does(
          agency, h -> new CompleteReferral(h, question, CompletionOutcome.ANSWERED, answer));
    }
  }

  private void step_10_the_mother_consents_for_herself() {
    story.does("2026-12-16T10:00", JIRITSU, h -> new RegisterPersons(h, 2));
    story.does(
        "2026-12-16T11:00",
        JIRITSU,
        h ->
            consent(
                h,
                4,
                2,
                ConsentPurpose.COORDINATION,
                Set.of(DetailKind.IDENTITY, DetailKind.CARE),
                NISHI));
    story.does(
        "2026-12-17T15:00", DESK, h -> send(h, ABOUT_THE_MOTHER, NISHI, null, 60, haru(NISHI)));
    story.does("2026-12-22T11:00", NISHI, h -> new AcceptReferral(h, ABOUT_THE_MOTHER, null));
  }

  private static SealedPart yoshio(DetailKind detail, AgencyId reader) {
    return Sealing.person(1, SharingBasis.CONSENT, Set.of(DetailKind.IDENTITY, detail), reader);
  }

  private static SealedPart haru(AgencyId reader) {
    return Sealing.person(
        2, SharingBasis.CONSENT, Set.of(DetailKind.IDENTITY, DetailKind.CARE), reader);
  }

  private static SendReferral fromTaxOffice(CommandHeader header, SealedPart part) {
    return Commands.send(
        header,
        FROM_TAX_OFFICE,
        JIRITSU,
        ReferralMode.HANDOVER,
        null,
        Sealing.dossier(1, NOZEI, part));
  }

  private SendReferral send(
      CommandHeader header,
      ReferralId id,
      AgencyId receiver,
      @Nullable ReferralId continues,
      int dossier,
      SealedPart part) {
    AgencyId sender = Parties.coordinator(story.state()).isPresent() ? DESK : JIRITSU;
    return Commands.send(
        header,
        id,
        receiver,
        ReferralMode.TOGETHER,
        continues,
        Sealing.dossier(dossier, sender, part));
  }

  private static RecordConsent consent(
      CommandHeader header,
      int number,
      int person,
      ConsentPurpose purpose,
      Set<DetailKind> scope,
      AgencyId... recipients) {
    return new RecordConsent(
        header,
        Story.consent(number),
        new ConsentTerms(
            Story.person(person),
            purpose,
            scope,
            Set.of(recipients),
            Set.of(),
            ConsentMethod.WRITTEN,
            LocalDate.of(2026, 10, 28),
            null));
  }

  @Test
  void the_deadlines_skip_holidays_weekends_and_the_turn_of_the_year() {
    assertThat(respondBy(FROM_TAX_OFFICE)).isEqualTo(Story.tokyo("2026-11-12T17:15"));
    assertThat(respondBy(TO_DISABILITY)).isEqualTo(Story.tokyo("2026-12-01T17:15"));
    assertThat(respondBy(ABOUT_THE_MOTHER)).isEqualTo(Story.tokyo("2027-01-06T17:15"));
  }

  @Test
  void step_5_silence_is_told_to_the_receiver_first_and_to_the_desk_next_morning() {
    assertThat(only(ResponseDueSoon.class).header().occurredAt())
        .isEqualTo(Story.tokyo("2026-11-27T08:30"));
    assertThat(only(ResponseOverdue.class).header().occurredAt())
        .isEqualTo(Story.tokyo("2026-12-01T17:15"));
    assertThat(only(OverdueEscalated.class).header().occurredAt())
        .isEqualTo(Story.tokyo("2026-12-02T08:30"));
    assertThat(story.whoLearnedOf(ResponseDueSoon.class)).containsExactly(SHOGAI);
    assertThat(story.whoLearnedOf(ResponseOverdue.class))
        .containsExactlyInAnyOrder(JIRITSU, SHOGAI);
    assertThat(story.whoLearnedOf(OverdueEscalated.class)).containsExactly(DESK);
  }

  @Test
  void step_7_the_chain_stays_one_and_knows_where_it_went() {
    Referral declined = story.state().referral(TO_DISABILITY).orElseThrow();
    Referral sentBack = story.state().referral(TO_SHAKYO).orElseThrow();
    assertThat(declined.stage()).isEqualTo(new Stage.Declined("not-eligible"));
    assertThat(sentBack.stage()).isEqualTo(new Stage.SentBack("information-missing"));
    assertThat(sentBack.chain().chainId()).isEqualTo(TO_DISABILITY);
    assertThat(sentBack.chain().continues()).isEqualTo(TO_DISABILITY);
    assertThat(story.inboxOf(SHAKYO))
        .filteredOn(
            event -> event instanceof ReferralSent sent && sent.referralId().equals(TO_SHAKYO))
        .extracting(event -> ((ReferralSent) event).chain())
        .as("told to who did not know the leg before")
        .containsExactly(new ChainPlace(TO_SHAKYO, null));
  }

  @Test
  void V1_the_tax_office_sees_that_its_referral_was_not_in_vain_and_N1_nothing_more() {
    assertThat(story.toldTo(NOZEI))
        .containsExactly(
            "ConsultationReceived",
            "ConsentRecorded",
            "ReferralSent",
            "ReferralArrived",
            "ReferralOpened",
            "ReferralAccepted",
            "SupportEnded");
  }

  @Test
  void V2_the_poverty_counter_sees_why_it_was_declined() {
    assertThat(story.inboxOf(JIRITSU)).filteredOn(ReferralDeclined.class::isInstance).hasSize(1);
    assertThat(only(ReferralDeclined.class).reason()).isEqualTo("not-eligible");
  }

  @Test
  void V3_the_desk_sees_the_delay_its_reminder_and_the_answer() {
    assertThat(story.toldTo(DESK))
        .startsWith("OverdueEscalated", "ReferralReminded", "ReferralDeclined")
        .contains("CoordinationRequested", "CoordinationAccepted");
    assertThat(Parties.coordinator(story.state())).contains(DESK);
  }

  @Test
  void V5_the_western_centre_gets_the_mothers_part_and_no_other() {
    assertThat(story.state().dossiers())
        .flatMap(dossier -> dossier.parts())
        .filteredOn(part -> part.recipients().contains(NISHI) && part.person() != null)
        .allMatch(part -> Story.person(2).equals(part.person()))
        .hasSize(1);
  }

  @Test
  void N3_neither_shakyo_nor_the_western_centre_learns_who_declined() {
    assertThat(story.whoLearnedOf(ReferralDeclined.class))
        .containsExactlyInAnyOrder(SHOGAI, JIRITSU, DESK);
  }

  @Test
  void N4_the_landlord_cannot_be_chosen() {
    assertThat(
            story
                .isRefused(
                    JIRITSU,
                    RefusalCode.AGENCY_UNKNOWN,
                    h ->
                        Commands.send(
                            h, Story.leg(99), Town.STRANGER, ReferralMode.TOGETHER, null, null))
                .nextSteps())
        .contains(NextStep.CONTACT_DESK);
  }

  @Test
  void N5_each_answer_to_the_desk_is_seen_by_the_desk_and_its_author_alone() {
    IntStream.range(0, ASKED.size())
        .forEach(
            i ->
                assertThat(story.inboxOf(ASKED.get(i)))
                    .filteredOn(ReferralCompleted.class::isInstance)
                    .extracting(event -> ((ReferralCompleted) event).referralId())
                    .containsExactly(Story.leg(10 + i)));
    assertThat(story.inboxOf(DESK)).filteredOn(ReferralCompleted.class::isInstance).hasSize(4);
  }

  @Test
  void N6_for_two_other_agencies_the_case_does_not_exist() {
    for (AgencyId agency : List.of(KODOMO, HIGASHI)) {
      assertThat(story.inboxOf(agency)).isEmpty();
      assertThat(Parties.takesPart(story.state(), agency, Town.ROLL)).isFalse();
    }
  }

  @Test
  void D1_D2_D3_the_times_until_the_answers() {
    assertThat(openTime("2026-10-28T14:30", "2026-11-02T10:00"))
        .isEqualTo(Duration.ofHours(21).plusMinutes(45));
    assertThat(openTime("2026-11-16T10:00", "2026-12-03T11:00")).isEqualTo(Duration.ofHours(106));
    assertThat(openTime("2026-12-17T15:00", "2026-12-22T11:00"))
        .isEqualTo(Duration.ofHours(22).plusMinutes(15));
    assertThat(events(ReferralAccepted.class).getLast().header().recordedAt())
        .isEqualTo(Story.tokyo("2026-12-22T11:00"));
  }

  @Test
  void D4_from_its_acceptance_on_the_poverty_counter_always_counts_the_household() {
    assertThat(Parties.activeSupporters(story.state())).contains(JIRITSU).doesNotContain(NOZEI);
  }

  private static Duration openTime(String from, String to) {
    return Town.CALENDAR.openTimeBetween(Story.tokyo(from), Story.tokyo(to));
  }

  private Instant respondBy(ReferralId leg) {
    return story.events().stream()
        .filter(ReferralSent.class::isInstance)
        .map(ReferralSent.class::cast)
        .filter(sent -> sent.referralId().equals(leg))
        .map(sent -> sent.clock().respondBy())
        .findFirst()
        .orElseThrow();
  }

  private <T extends CaseEvent> T only(Class<T> kind) {
    assertThat(events(kind)).hasSize(1);
    return events(kind).getFirst();
  }

  private <T extends CaseEvent> List<T> events(Class<T> kind) {
    return story.events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
