package jp.tsunagu.stats.fact;

import java.time.Instant;
import java.util.List;
import jp.tsunagu.contract.lifecycle.ConsultationEvent;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.CaseProtected;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ConsultationReceived;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.FieldsSettled;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.NotificationRecorded;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.PersonsRegistered;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ProtectionLifted;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.SupportEnded;
import jp.tsunagu.stats.fact.Reception.KnownFields;

/** What the events about the case itself tell. */
final class ReceptionFold {

  private ReceptionFold() {}

  static void apply(FactsDraft draft, ConsultationEvent event) {
    Instant when = event.header().occurredAt();
    Reception known = draft.reception;
    switch (event) {
      case ConsultationReceived received -> begin(draft, received, when);
      case FieldsSettled settled ->
          draft.reception = known == null ? null : known.settled(when, settled.fields());
      case SupportEnded _ -> draft.reception = known == null ? null : known.ended(when);
      case CaseProtected _ -> draft.everProtected = true;
      case PersonsRegistered _, ProtectionLifted _, NotificationRecorded _ -> {}
    }
  }

  private static void begin(FactsDraft draft, ConsultationReceived event, Instant when) {
    draft.everProtected |= event.protection() != null;
    draft.reception =
        new Reception(
            event.receivedBy(),
            event.reception().area(),
            event.reception().urgency(),
            event.reception().kind(),
            event.reception().introducedBy(),
            List.of(new KnownFields(when, event.reception().fields())),
            new Span(when, null));
  }
}
