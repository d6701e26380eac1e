package jp.tsunagu.contract.lifecycle;

import java.time.LocalDate;
import java.util.Set;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ConsentId;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/** Commands about what a person allows. */
public sealed interface ConsentCommand extends CaseCommand {

  /**
   * A person's consent, on paper or by word, is recorded.
   *
   * @param scope what may be told
   * @param recipients who may be told
   * @param exclusions what a recipient may nevertheless not be told
   * @param givenOn day (Asia/Tokyo) it was given
   * @param expiresOn last day it is valid; none means until withdrawn
   */
  record RecordConsent(
      CommandHeader header,
      ConsentId consentId,
      PersonRef person,
      ConsentPurpose purpose,
      Set<DetailKind> scope,
      Set<AgencyId> recipients,
      Set<Exclusion> exclusions,
      ConsentMethod method,
      LocalDate givenOn,
      @Nullable LocalDate expiresOn)
      implements ConsentCommand {
    public RecordConsent {
      scope = Set.copyOf(scope);
      recipients = Set.copyOf(recipients);
      exclusions = Set.copyOf(exclusions);
    }
  }

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
