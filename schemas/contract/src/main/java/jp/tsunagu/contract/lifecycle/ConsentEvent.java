package jp.tsunagu.contract.lifecycle;

import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ConsentId;
import jp.tsunagu.contract.id.PersonRef;

/** Events about what a person allows. */
public sealed interface ConsentEvent extends CaseEvent {

  /** A person's consent for one purpose. */
  record ConsentRecorded(EventHeader header, ConsentId consentId, ConsentTerms terms)
      implements ConsentEvent {}

  /** Consent was taken back for these recipients (never empty here). */
  record ConsentWithdrawn(
      EventHeader header, ConsentId consentId, PersonRef person, Set<AgencyId> recipients)
      implements ConsentEvent {
    public ConsentWithdrawn {
      recipients = Set.copyOf(recipients);
    }
  }

  /**
   * A holder was asked to stop using a person's details: after a withdrawal, or as a released
   * member.
   */
  record SharingStopRequested(EventHeader header, PersonRef person, AgencyId holder)
      implements ConsentEvent {}

  /** A holder answered what it did with a person's details. */
  record SharingStopped(EventHeader header, PersonRef person, AgencyId holder, StopAnswer answer)
      implements ConsentEvent {}
}
