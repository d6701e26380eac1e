package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.Consultation;
import jp.tsunagu.contract.lifecycle.ConsultationCommand;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.EndSupport;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.LiftProtection;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ProtectCase;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveConsultation;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveSheet;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.RecordNotification;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.RegisterPersons;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.SettleFields;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.CaseProtected;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ConsultationReceived;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.FieldsSettled;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.NotificationRecorded;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.PersonsRegistered;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ProtectionLifted;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.SupportEnded;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.Reception;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Refuse;
import org.jspecify.annotations.Nullable;

/** Decides about the case itself: its consultation, its persons, its protection. */
final class ConsultationDecider {

  /** A choice of this project. */
  private ConsultationDecider() {}

  static Decision decide(Attempt attempt, ConsultationCommand command) {
    return switch (command) {
      case ReceiveConsultation receive -> receive(attempt, receive);
      case SettleFields settle -> settle(attempt, settle);
      case RegisterPersons register -> register(attempt, register);
      case ProtectCase protect -> protect(attempt, protect);
      case LiftProtection _ -> lift(attempt);
      case EndSupport end -> end(attempt, end);
      case RecordNotification notification -> notify(attempt, notification);
      case ReceiveSheet sheet -> SheetDecider.decide(attempt, sheet);
    };
  }

  private static Decision receive(Attempt attempt, ReceiveConsultation command) {
    Reception reception = command.reception();
    return Rule.decide(
        attempt,
        List.of(
            CaseRules::caseMustBeNew,
            _ -> fieldsMustBeGiven(reception.fields()),
            a -> areaMustBeRegistered(a, reception.area()),
            _ -> personsMustBeInRange(1, command.persons()),
            a -> introducerMustBeListed(a, reception.introducedBy()),
            a -> CaseRules.protectionMustNameAgencies(a, command.protection()),
            a -> CaseRules.protectionMustNotExcludeThoseInCharge(a, command.protection())),
        () ->
            attempt.emit(
                header ->
                    new ConsultationReceived(
                        header,
                        attempt.actor(),
                        reception,
                        command.persons(),
                        command.protection())));
  }

  private static Decision settle(Attempt attempt, SettleFields command) {
    return Rule.decide(
        attempt,
        List.of(
            CaseRules::actorMustTakePart,
            CaseRules::actorMustSupportTheHousehold,
            _ -> fieldsMustBeGiven(command.fields())),
        () -> attempt.emit(header -> new FieldsSettled(header, command.fields())));
  }

  private static Decision register(Attempt attempt, RegisterPersons command) {
    return Rule.decide(
        attempt,
        List.of(
            CaseRules::actorMustTakePart,
            CaseRules::actorMustSupportTheHousehold,
            a -> personsMustBeInRange(a.state().persons() + 1, command.persons())),
        () -> attempt.emit(header -> new PersonsRegistered(header, command.persons())));
  }

  private static Decision protect(Attempt attempt, ProtectCase command) {
    return Rule.decide(
        attempt,
        List.of(
            CaseRules::actorMustTakePart,
            CaseRules::actorMustSupportTheHousehold,
            a -> CaseRules.protectionMustNameAgencies(a, command.protection()),
            a -> CaseRules.protectionMustNotExcludeThoseInCharge(a, command.protection())),
        () -> attempt.emit(header -> new CaseProtected(header, command.protection())));
  }

  private static Decision lift(Attempt attempt) {
    return Rule.decide(
        attempt,
        List.of(
            CaseRules::actorMustTakePart,
            CaseRules::actorMustBeTheReceivingAgencyOrCoordinate,
            a -> Rule.require(a.state().isProtected(), RefusalCode.NOT_PROTECTED)),
        () -> attempt.emit(ProtectionLifted::new));
  }

  private static Decision end(Attempt attempt, EndSupport command) {
    return Rule.decide(
        attempt,
        List.of(
            CaseRules::actorMustTakePart,
            CaseRules::actorMustBeTheReceivingAgency,
            ConsultationDecider::supportMustGoOn),
        () -> attempt.emit(header -> new SupportEnded(header, command.outcome())));
  }

  /** Whoever has the case may have had to notify, also who was only asked (通告・通報の義務). */
  private static Decision notify(Attempt attempt, RecordNotification command) {
    return Rule.decide(
        attempt,
        List.of(
            CaseRules::actorMustTakePart,
            _ ->
                Rule.require(
                    command.statute().telephoneFirst(), RefusalCode.STATUTE_WITHOUT_NOTIFICATION),
            a -> Rule.require(a.header().phonedAt() != null, RefusalCode.TELEPHONE_FIRST),
            a -> personsMustBeKnown(a, command.persons())),
        () ->
            attempt.emit(
                header ->
                    new NotificationRecorded(
                        header, command.office(), command.statute(), command.persons())));
  }

  private static Optional<Refuse> personsMustBeKnown(Attempt attempt, Set<PersonRef> persons) {
    return persons.isEmpty()
        ? Optional.of(Refuse.because(RefusalCode.PERSON_UNKNOWN))
        : CaseRules.personsMustBeKnown(attempt, persons);
  }

  private static Optional<Refuse> fieldsMustBeGiven(Set<Field> fields) {
    return Rule.require(!fields.isEmpty(), RefusalCode.FIELDS_MISSING);
  }

  private static Optional<Refuse> personsMustBeInRange(int least, int persons) {
    return Rule.require(
        persons >= least && persons <= PersonRef.MOST, RefusalCode.PERSONS_OUT_OF_RANGE);
  }

  private static Optional<Refuse> areaMustBeRegistered(Attempt attempt, AreaId area) {
    boolean registered =
        attempt.settings().stream()
            .flatMap(settings -> settings.areas().stream())
            .anyMatch(known -> known.areaId().equals(area));
    return Rule.require(registered, RefusalCode.AREA_UNKNOWN);
  }

  private static Optional<Refuse> introducerMustBeListed(
      Attempt attempt, @Nullable String introducedBy) {
    boolean listed =
        introducedBy == null || attempt.reason(CodeList.INTRODUCERS, introducedBy).isPresent();
    return Rule.require(listed, RefusalCode.INTRODUCER_UNKNOWN);
  }

  private static Optional<Refuse> supportMustGoOn(Attempt attempt) {
    Consultation consultation = attempt.state().consultation();
    return Rule.require(
        consultation != null && consultation.supportEnded() == null,
        RefusalCode.SUPPORT_ALREADY_ENDED);
  }
}
