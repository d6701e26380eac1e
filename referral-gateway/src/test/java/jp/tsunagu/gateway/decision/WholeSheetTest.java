package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Commands.ONE;
import static jp.tsunagu.gateway.decision.Commands.TWO;
import static jp.tsunagu.gateway.decision.Town.DESK;
import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.SHAKYO;
import static jp.tsunagu.gateway.decision.Town.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ConsentMethod;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveSheet;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ConsultationReceived;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.Reception;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.SheetConsent;
import jp.tsunagu.contract.lifecycle.SheetLeg;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Refuse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A つなぐシート is one command: all of it happens, or nothing. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WholeSheetTest {
  private final Story story = Story.beginning("2026-09-03T10:20");

  @Test
  void all_of_it_happens_in_one_decision_as_if_it_had_been_told_step_by_step() {
    List<CaseEvent> events =
        story.does(HIGASHI, sheet(consents(SHAKYO), legs(SHAKYO), dossier(SHAKYO)));

    assertThat(Story.names(events))
        .containsExactly("ConsultationReceived", "ConsentRecorded", "ReferralSent");
    assertThat(events).extracting(event -> event.header().sequence()).containsExactly(1L, 2L, 3L);
    assertThat(story.toldTo(SHAKYO)).contains("ReferralSent");
  }

  @Test
  void without_a_basis_nothing_of_it_happens_and_the_refusal_names_what_and_to_whom() {
    Refuse refused =
        story.isRefused(
            HIGASHI,
            RefusalCode.NO_BASIS_FOR_PERSON,
            sheet(List.of(), legs(SHAKYO), dossier(SHAKYO)));

    assertThat(refused.persons()).containsExactly(Story.person(1));
    assertThat(refused.details())
        .containsExactlyInAnyOrder(DetailKind.IDENTITY, DetailKind.CONTACT);
    assertThat(refused.recipients()).containsExactly(SHAKYO);
    assertThat(story.state().sequence()).isZero();
  }

  @Test
  void what_a_consent_leaves_out_is_named_and_nothing_else() {
    SheetConsent onlyIdentity = consent(Set.of(DetailKind.IDENTITY), SHAKYO);
    Refuse refused =
        story.isRefused(
            HIGASHI,
            RefusalCode.NO_BASIS_FOR_PERSON,
            sheet(List.of(onlyIdentity), legs(SHAKYO), dossier(SHAKYO)));

    assertThat(refused.details()).containsExactly(DetailKind.CONTACT);
  }

  @Test
  void a_sheet_without_addressee_goes_to_the_desk() {
    List<SheetLeg> open = List.of(new SheetLeg(ONE, null, ReferralMode.TOGETHER, null));
    List<CaseEvent> events = story.does(HIGASHI, sheet(consents(DESK), open, dossier(DESK)));

    assertThat(Story.names(events)).last().isEqualTo("SheetSubmitted");
  }

  @Test
  void several_legs_carry_one_dossier_and_each_its_own_urgency() {
    List<SheetLeg> legs =
        List.of(
            new SheetLeg(ONE, SHAKYO, ReferralMode.TOGETHER, null),
            new SheetLeg(TWO, SHOGAI, ReferralMode.ADVICE, Urgency.EMERGENCY));
    List<CaseEvent> events =
        story.does(HIGASHI, sheet(consents(SHAKYO, SHOGAI), legs, dossier(SHAKYO, SHOGAI)));

    assertThat(events)
        .filteredOn(ReferralSent.class::isInstance)
        .extracting(event -> ((ReferralSent) event).urgency())
        .containsExactly(Urgency.NORMAL, Urgency.EMERGENCY);
  }

  @Test
  void it_is_put_before_an_agency_once() {
    List<SheetLeg> twice =
        List.of(
            new SheetLeg(ONE, SHAKYO, ReferralMode.TOGETHER, null),
            new SheetLeg(TWO, SHAKYO, ReferralMode.HANDOVER, null));

    story.isRefused(HIGASHI, RefusalCode.REFERRAL_STILL_OPEN, sheet(consents(SHAKYO), twice, null));
  }

  @Test
  void the_telephone_belongs_to_the_referral_and_not_to_the_reception() {
    List<CaseEvent> events =
        story.does(
            HIGASHI,
            header ->
                sheet(consents(SHAKYO), legs(SHAKYO), null)
                    .apply(Story.phoned(header, "2026-09-03T10:10")));

    assertThat(events)
        .filteredOn(ConsultationReceived.class::isInstance)
        .allMatch(event -> event.header().times().phonedAt() == null);
    assertThat(events)
        .filteredOn(ReferralSent.class::isInstance)
        .allMatch(event -> event.header().times().phonedAt() != null);
  }

  private static Function<CommandHeader, CaseCommand> sheet(
      List<SheetConsent> consents, List<SheetLeg> legs, @Nullable SealedDossier dossier) {
    Reception reception =
        new Reception(Set.of(Field.POVERTY), Town.EAST, Urgency.NORMAL, ReceptionKind.NEW, null);
    return header -> new ReceiveSheet(header, reception, 2, null, consents, legs, dossier);
  }

  private static List<SheetLeg> legs(AgencyId receiver) {
    return List.of(new SheetLeg(ONE, receiver, ReferralMode.TOGETHER, null));
  }

  private static List<SheetConsent> consents(AgencyId... recipients) {
    return List.of(consent(Set.of(DetailKind.IDENTITY, DetailKind.CONTACT), recipients));
  }

  private static SheetConsent consent(Set<DetailKind> scope, AgencyId... recipients) {
    return new SheetConsent(
        Story.consent(1),
        new ConsentTerms(
            Story.person(1),
            ConsentPurpose.COMPREHENSIVE_SUPPORT,
            scope,
            Set.of(recipients),
            Set.of(),
            ConsentMethod.WRITTEN,
            LocalDate.of(2026, 9, 3),
            null));
  }

  private static SealedDossier dossier(AgencyId... readers) {
    SealedPart part =
        Sealing.person(
            1, SharingBasis.CONSENT, Set.of(DetailKind.IDENTITY, DetailKind.CONTACT), readers);
    return Sealing.dossier(1, HIGASHI, part);
  }
}
