package jp.tsunagu.contract.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsentScopeTest {

  private static final AgencyId SHOGAI = new AgencyId("shogai");
  private static final AgencyId SHAKYO = new AgencyId("shakyo");
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 8);
  private static final Set<DetailKind> BOTH = Set.of(DetailKind.IDENTITY, DetailKind.CARE);

  @Test
  void several_consents_for_one_agency_add_up() {
    assertThat(lacking(terms(DetailKind.IDENTITY, SHOGAI, null))).containsExactly(DetailKind.CARE);
    assertThat(
            lacking(
                terms(DetailKind.IDENTITY, SHOGAI, null), terms(DetailKind.CARE, SHOGAI, TODAY)))
        .isEmpty();
  }

  @Test
  void one_that_is_over_or_names_somebody_else_counts_for_nothing() {
    assertThat(
            lacking(
                terms(DetailKind.IDENTITY, SHAKYO, null),
                terms(DetailKind.CARE, SHOGAI, TODAY.minusDays(1))))
        .isEqualTo(BOTH);
  }

  @Test
  void what_is_excluded_in_any_consent_is_excluded_from_all() {
    ConsentTerms all =
        new ConsentTerms(
            new PersonRef(1),
            ConsentPurpose.COMPREHENSIVE_SUPPORT,
            BOTH,
            Set.of(SHOGAI),
            Set.of(),
            ConsentMethod.WRITTEN,
            TODAY,
            null);
    ConsentTerms without =
        new ConsentTerms(
            new PersonRef(1),
            ConsentPurpose.COORDINATION,
            BOTH,
            Set.of(SHAKYO),
            Set.of(new Exclusion(DetailKind.CARE, SHOGAI)),
            ConsentMethod.WRITTEN,
            TODAY,
            null);
    assertThat(lacking(all)).isEmpty();
    assertThat(lacking(all, without)).containsExactly(DetailKind.CARE);
  }

  private static Set<DetailKind> lacking(ConsentTerms... terms) {
    return ConsentScope.of(List.of(terms), ConsentPurpose.COMPREHENSIVE_SUPPORT, SHOGAI, TODAY)
        .lacking(BOTH);
  }

  private static ConsentTerms terms(
      DetailKind scope, AgencyId recipient, @Nullable LocalDate expiresOn) {
    return new ConsentTerms(
        new PersonRef(1),
        ConsentPurpose.COMPREHENSIVE_SUPPORT,
        Set.of(scope),
        Set.of(recipient),
        Set.of(),
        ConsentMethod.WRITTEN,
        TODAY,
        expiresOn);
  }
}
