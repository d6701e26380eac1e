package jp.tsunagu.contract.lifecycle;

import java.time.LocalDate;
import java.util.Set;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ConsentId;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * A consent that came with a sheet (利用申込).
 *
 * @param scope what may be told
 * @param exclusions what a recipient may nevertheless not be told
 * @param givenOn day in Asia/Tokyo
 * @param expiresOn last day it is valid; none means until withdrawn
 */
public record SheetConsent(
    ConsentId consentId,
    PersonRef person,
    ConsentPurpose purpose,
    Set<DetailKind> scope,
    Set<AgencyId> recipients,
    Set<Exclusion> exclusions,
    ConsentMethod method,
    LocalDate givenOn,
    @Nullable LocalDate expiresOn) {
  public SheetConsent {
    scope = Set.copyOf(scope);
    recipients = Set.copyOf(recipients);
    exclusions = Set.copyOf(exclusions);
  }
}
