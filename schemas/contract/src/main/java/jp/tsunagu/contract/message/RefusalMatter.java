package jp.tsunagu.contract.message;

import java.util.Set;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the way of a refused command: persons, details, recipients, a referral.
 *
 * @param persons whose details it is about, for refusals about persons
 * @param details what may not be told of them, where a basis is missing
 * @param recipients who may not be told it
 * @param openReferral the referral that is in the way, if one is
 */
public record RefusalMatter(
    Set<PersonRef> persons,
    Set<DetailKind> details,
    Set<AgencyId> recipients,
    @Nullable ReferralId openReferral) {

  /** Keeps copies. */
  public RefusalMatter {
    persons = Set.copyOf(persons);
    details = Set.copyOf(details);
    recipients = Set.copyOf(recipients);
  }
}
