package jp.tsunagu.contract.lifecycle;

import java.util.Set;
import jp.tsunagu.contract.dossier.Statute;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/** Events about the case itself. */
public sealed interface ConsultationEvent extends CaseEvent {

  /**
   * A household came (相談受付).
   *
   * @param receivedBy the agency that received it
   */
  record ConsultationReceived(
      EventHeader header,
      AgencyId receivedBy,
      Reception reception,
      int persons,
      @Nullable Protection protection)
      implements ConsultationEvent {}

  /** The fields as they turned out after assessment. */
  record FieldsSettled(EventHeader header, Set<Field> fields) implements ConsultationEvent {
    public FieldsSettled {
      fields = Set.copyOf(fields);
    }
  }

  /** The case now names 世帯員1 to 世帯員n. */
  record PersonsRegistered(EventHeader header, int persons) implements ConsultationEvent {}

  /** A protection measure began or changed. */
  record CaseProtected(EventHeader header, Protection protection) implements ConsultationEvent {}

  /** A person decided that the protection is over. */
  record ProtectionLifted(EventHeader header) implements ConsultationEvent {}

  /** The receiving agency's own support ended. */
  record SupportEnded(EventHeader header, CompletionOutcome outcome) implements ConsultationEvent {}

  /** A 通告 or 通報 had been made by telephone, at {@code phonedAt} of the header. */
  record NotificationRecorded(
      EventHeader header, NotifiedOffice office, Statute statute, Set<PersonRef> persons)
      implements ConsultationEvent {
    public NotificationRecorded {
      persons = Set.copyOf(persons);
    }
  }
}
