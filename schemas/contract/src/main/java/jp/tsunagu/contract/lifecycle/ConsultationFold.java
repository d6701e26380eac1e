package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.lifecycle.ConsultationEvent.CaseProtected;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ConsultationReceived;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.FieldsSettled;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.NotificationRecorded;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.PersonsRegistered;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ProtectionLifted;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.SupportEnded;

/** What the events about the case itself change. */
final class ConsultationFold {

  private ConsultationFold() {}

  static void apply(CaseDraft draft, ConsultationEvent event) {
    switch (event) {
      case ConsultationReceived received -> begin(draft, received);
      case FieldsSettled settled -> settle(draft, settled);
      case PersonsRegistered registered -> draft.persons = registered.persons();
      case CaseProtected measure -> draft.protect(measure.protection());
      case ProtectionLifted _ -> draft.protect(null);
      case SupportEnded ended -> end(draft, ended);
      case NotificationRecorded _ -> {}
    }
  }

  private static void begin(CaseDraft draft, ConsultationReceived event) {
    draft.persons = event.persons();
    draft.protect(event.protection());
    draft.consultation =
        new Consultation(
            event.receivedBy(), event.reception(), null, event.header().recordedAt(), null);
  }

  private static void settle(CaseDraft draft, FieldsSettled event) {
    Consultation consultation = draft.consultation;
    draft.consultation = consultation == null ? null : consultation.settled(event.fields());
  }

  private static void end(CaseDraft draft, SupportEnded event) {
    Consultation consultation = draft.consultation;
    draft.consultation = consultation == null ? null : consultation.ended(event.outcome());
  }
}
