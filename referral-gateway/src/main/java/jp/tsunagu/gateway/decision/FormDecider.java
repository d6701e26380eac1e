package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RecordForm;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.FormRecorded;
import jp.tsunagu.contract.lifecycle.RecordedForm;
import jp.tsunagu.contract.lifecycle.SheetConsent;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Attempt.EventMaker;
import jp.tsunagu.gateway.decision.Decision.Refuse;

/** Decides that a sheet of a case stands (様式): whose it is to fill in, and who may get it. */
final class FormDecider {

  private FormDecider() {}

  static Decision record(Attempt attempt, RecordForm command) {
    Optional<KnownForm> ofAMeeting = KnownForm.of(command.form()).filter(KnownForm::isOfAMeeting);
    return Rule.decide(
        attempt,
        List.of(
            a -> formMustBeKnown(a, command.form()),
            _ ->
                Rule.require(
                    ofAMeeting.isPresent() == (command.item() != null),
                    RefusalCode.FORM_AND_ITEM_DIFFER),
            _ -> consentsMustBeOfTheForm(command)),
        () ->
            ofAMeeting
                .map(form -> MeetingFormDecider.record(attempt, form, command))
                .orElseGet(() -> ofTheCase(attempt, command)));
  }

  private static Decision ofTheCase(Attempt attempt, RecordForm command) {
    return Rule.decide(
        attempt,
        List.of(a -> actorMustFillItIn(a, command.form()), a -> mustBePossible(a, command)),
        () -> Steps.decide(attempt, steps(attempt, command)));
  }

  /** What a person allows on an application holds for what is sealed with it. */
  private static List<Steps.Step> steps(Attempt attempt, RecordForm command) {
    return Stream.concat(
            command.consents().stream()
                .filter(consent -> !isKnown(attempt.state(), consent))
                .<Steps.Step>map(consent -> a -> ConsentDecider.recordWith(a, consent)),
            Stream.of(a -> sheet(a, command)))
        .toList();
  }

  /**
   * A later version of an application tells of the same consent again: what was taken back since is
   * not given by that.
   */
  private static boolean isKnown(CaseState state, SheetConsent consent) {
    return state
        .consent(consent.consentId())
        .filter(known -> known.terms().person().equals(consent.terms().person()))
        .filter(known -> known.terms().purpose() == consent.terms().purpose())
        .isPresent();
  }

  private static Decision sheet(Attempt attempt, RecordForm command) {
    return Rule.decide(
        attempt,
        List.of(a -> Dossiers.checkBeside(a, command.dossier())),
        () -> attempt.emit(recorded(attempt, command)));
  }

  /** Nobody consents by a plan, nor to anything else than she applied for (利用申込書). */
  private static Optional<Refuse> consentsMustBeOfTheForm(RecordForm command) {
    Optional<ConsentPurpose> purpose = ConsentPurpose.appliedForBy(command.form());
    return Rule.require(
        command.consents().stream()
            .map(SheetConsent::terms)
            .allMatch(
                terms ->
                    purpose.equals(Optional.of(terms.purpose()))
                        && command.persons().contains(terms.person())),
        RefusalCode.CONSENT_AND_FORM_DIFFER);
  }

  /** One that neither the network nor the city has could stand for anything. */
  private static Optional<Refuse> formMustBeKnown(Attempt attempt, FormRef form) {
    return Rule.require(
        KnownForm.of(form).isPresent() || attempt.hasForm(form), RefusalCode.FORM_UNKNOWN);
  }

  /**
   * Assessment, plan and evaluation are the coordinator's while there is one (狛江市 図21); without
   * 多機関協働, and every other form, theirs who act for the household.
   */
  private static Optional<Refuse> actorMustFillItIn(Attempt attempt, FormRef form) {
    boolean coordinated = attempt.state().coordination() instanceof Coordination.Open;
    return coordinated && KnownForm.of(form).filter(KnownForm::isTheCoordinators).isPresent()
        ? CaseRules.actorMustBeTheCoordinator(attempt)
        : CaseRules.actorMustActForTheHousehold(attempt);
  }

  /** Whom it is about, and which day it bears. */
  static Optional<Refuse> mustBePossible(Attempt attempt, RecordForm command) {
    return Rule.firstBroken(
        attempt,
        List.of(
            _ -> Rule.require(!command.persons().isEmpty(), RefusalCode.FORM_PERSONS_MISSING),
            a -> CaseRules.personsMustBeKnown(a, command.persons()),
            a ->
                Rule.require(
                    !command.dated().isAfter(a.today()), RefusalCode.COMMAND_FROM_THE_FUTURE)));
  }

  static EventMaker recorded(Attempt attempt, RecordForm command) {
    int before =
        attempt.state().form(command.form(), command.item()).map(RecordedForm::revision).orElse(0);
    return header ->
        new FormRecorded(
            header,
            command.form(),
            before + 1,
            command.dated(),
            command.persons(),
            command.item(),
            Dossiers.outline(command.dossier()));
  }
}
