package jp.tsunagu.contract.lifecycle;

import java.util.HashSet;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ConsentId;

/**
 * A person's consent as it stands.
 *
 * @param recordedBy the agency that recorded it
 * @param terms what the person allows; no recipients once withdrawn for all
 */
public record Consent(ConsentId consentId, AgencyId recordedBy, ConsentTerms terms) {

  Consent withdrawnFor(Set<AgencyId> recipients) {
    Set<AgencyId> remaining = new HashSet<>(terms.recipients());
    remaining.removeAll(recipients);
    return new Consent(consentId, recordedBy, terms.towards(remaining, terms.exclusions()));
  }
}
