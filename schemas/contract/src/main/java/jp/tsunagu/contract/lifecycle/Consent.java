package jp.tsunagu.contract.lifecycle;

import java.time.LocalDate;
import java.util.Set;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ConsentId;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * A person's consent as it stands.
 *
 * @param recordedBy the agency that recorded it
 * @param recipients who may still be told; empty once withdrawn for all
 */
public record Consent(
    ConsentId consentId,
    PersonRef person,
    AgencyId recordedBy,
    ConsentPurpose purpose,
    Set<DetailKind> scope,
    Set<AgencyId> recipients,
    Set<Exclusion> exclusions,
    ConsentMethod method,
    LocalDate givenOn,
    @Nullable LocalDate expiresOn) {

  public Consent {
    scope = Set.copyOf(scope);
    recipients = Set.copyOf(recipients);
    exclusions = Set.copyOf(exclusions);
  }
}
