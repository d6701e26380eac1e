package jp.tsunagu.connector.sheet;

import java.time.LocalDate;
import java.util.Set;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.ConsentMethod;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.Exclusion;
import org.jspecify.annotations.Nullable;

/** 同意 of one person for one purpose, as a sheet records it. */
public record ConsentForm(
    PersonRef person,
    ConsentPurpose purpose,
    Set<DetailKind> scope,
    Set<AgencyId> recipients,
    Set<Exclusion> exclusions,
    ConsentMethod method,
    LocalDate givenOn,
    @Nullable LocalDate expiresOn) {

  public ConsentForm {
    scope = Set.copyOf(scope);
    recipients = Set.copyOf(recipients);
    exclusions = Set.copyOf(exclusions);
  }
}
