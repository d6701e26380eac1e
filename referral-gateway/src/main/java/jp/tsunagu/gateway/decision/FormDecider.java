package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RecordForm;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.FormRecorded;
import jp.tsunagu.contract.lifecycle.RecordedForm;
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
                    RefusalCode.FORM_AND_ITEM_DIFFER)),
        () ->
            ofAMeeting
                .map(form -> MeetingFormDecider.record(attempt, form, command))
                .orElseGet(() -> ofTheCase(attempt, command)));
  }

  private static Decision ofTheCase(Attempt attempt, RecordForm command) {
    return Rule.decide(
        attempt,
        List.of(
            a -> actorMustFillItIn(a, command.form()),
            a -> mustBePossible(a, command),
            a -> Dossiers.checkBeside(a, command.dossier())),
        () -> attempt.emit(recorded(attempt, command)));
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
