package jp.tsunagu.contract.lifecycle;

import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ConsentId;
import jp.tsunagu.contract.id.PersonRef;

/** Commands about what a person allows. */
public sealed interface ConsentCommand extends CaseCommand {

  /** A person's consent, on paper or by word, is recorded. */
  record RecordConsent(CommandHeader header, ConsentId consentId, ConsentTerms terms)
      implements ConsentCommand {}

  /**
   * A person takes consent back; every holder is asked to stop.
   *
   * @param recipients for whom; empty means for all
   */
  record WithdrawConsent(CommandHeader header, ConsentId consentId, Set<AgencyId> recipients)
      implements ConsentCommand {
    public WithdrawConsent {
      recipients = Set.copyOf(recipients);
    }
  }

  /** A holder answers what it did with a person's details. */
  record AnswerSharingStop(CommandHeader header, PersonRef person, StopAnswer answer)
      implements ConsentCommand {}
}
