package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.lifecycle.ConsultationEvent.CaseProtected;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ConsultationReceived;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.FieldsSettled;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.NotificationRecorded;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.PersonsRegistered;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ProtectionLifted;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.SupportEnded;

/** The events about a protected case itself, as everybody may see them. */
final class GeneralConsultation {

  private GeneralConsultation() {}

  static ConsultationEvent of(ConsultationEvent event, Withholding withholding) {
    EventHeader header = withholding.header(event.header());
    return switch (event) {
      case ConsultationReceived received -> received(header, received, withholding);
      case FieldsSettled settled -> new FieldsSettled(header, settled.fields());
      case PersonsRegistered registered -> new PersonsRegistered(header, registered.persons());
      case CaseProtected measure ->
          new CaseProtected(header, withholding.hidden(measure.protection()));
      case ProtectionLifted _ -> new ProtectionLifted(header);
      case SupportEnded ended -> new SupportEnded(header, ended.outcome());
      case NotificationRecorded recorded ->
          new NotificationRecorded(
              header, recorded.office(), recorded.statute(), recorded.persons());
    };
  }

  private static ConsultationReceived received(
      EventHeader header, ConsultationReceived event, Withholding withholding) {
    return new ConsultationReceived(
        header,
        withholding.agency(event.receivedBy()),
        event.reception().withoutPlace(),
        event.persons(),
        withholding.protection(event.protection()));
  }
}
