package jp.tsunagu.contract.lifecycle;

import java.time.LocalDate;
import java.util.Set;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * What one person allows for one purpose (利用申込).
 *
 * @param scope what may be told
 * @param recipients who may be told; in a case's state those who still may, none once withdrawn for
 *     all
 * @param exclusions what a recipient may nevertheless not be told
 * @param givenOn day (Asia/Tokyo) it was given
 * @param expiresOn last day (Asia/Tokyo) it is valid; none means until withdrawn
 */
public record ConsentTerms(
    PersonRef person,
    ConsentPurpose purpose,
    Set<DetailKind> scope,
    Set<AgencyId> recipients,
    Set<Exclusion> exclusions,
    ConsentMethod method,
    LocalDate givenOn,
    @Nullable LocalDate expiresOn) {

  public ConsentTerms {
    scope = Set.copyOf(scope);
    recipients = Set.copyOf(recipients);
    exclusions = Set.copyOf(exclusions);
  }

  /** Whether it is valid on this day (Asia/Tokyo): until the end of its last one. */
  public boolean isValidOn(LocalDate day) {
    return expiresOn == null || !expiresOn.isBefore(day);
  }

  /** The same for these recipients, with what they may not be told. */
  ConsentTerms towards(Set<AgencyId> those, Set<Exclusion> without) {
    return new ConsentTerms(person, purpose, scope, those, without, method, givenOn, expiresOn);
  }
}
