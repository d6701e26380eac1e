package jp.tsunagu.contract.lifecycle;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * What one person's consents let one agency be told for one purpose: as it is shown before sending
 * and as it is decided.
 *
 * @param allowed what the consents that name the agency, and are not over, add up to
 * @param excluded what the person excluded for this agency in any consent
 */
public record ConsentScope(Set<DetailKind> allowed, Set<DetailKind> excluded) {

  /** Keeps unmodifiable copies. */
  public ConsentScope {
    allowed = Set.copyOf(allowed);
    excluded = Set.copyOf(excluded);
  }

  /**
   * Of these consents.
   *
   * @param ofPerson all that one person gave and that stand
   * @param today Asia/Tokyo; a consent is valid until the end of its last day
   */
  public static ConsentScope of(
      Collection<ConsentTerms> ofPerson,
      ConsentPurpose purpose,
      AgencyId recipient,
      LocalDate today) {
    List<ConsentTerms> naming =
        ofPerson.stream()
            .filter(terms -> terms.purpose() == purpose && terms.recipients().contains(recipient))
            .filter(terms -> terms.isValidOn(today))
            .toList();
    return new ConsentScope(
        naming.stream().flatMap(terms -> terms.scope().stream()).collect(Collectors.toSet()),
        ofPerson.stream()
            .flatMap(terms -> terms.exclusions().stream())
            .filter(exclusion -> exclusion.agency().equals(recipient))
            .map(Exclusion::detail)
            .collect(Collectors.toSet()));
  }

  /**
   * What the consents that stand in a case let one agency be told by another of a person.
   *
   * @param today Asia/Tokyo
   */
  public static ConsentScope in(
      CaseState state,
      @Nullable PersonRef person,
      AgencyId giver,
      AgencyId recipient,
      LocalDate today) {
    return in(state, List.of(), person, giver, recipient, today);
  }

  /**
   * The same with what is about to be recorded.
   *
   * @param applied what persons allow by a 利用申込書 that does not stand yet
   */
  public static ConsentScope in(
      CaseState state,
      Collection<ConsentTerms> applied,
      @Nullable PersonRef person,
      AgencyId giver,
      AgencyId recipient,
      LocalDate today) {
    List<ConsentTerms> given =
        Stream.concat(state.consents().stream().map(Consent::terms), applied.stream())
            .filter(terms -> terms.person().equals(person))
            .filter(terms -> !terms.recipients().isEmpty())
            .toList();
    return of(given, state.purposeBetween(giver, recipient), recipient, today);
  }

  /** Which of these the agency may not be told. */
  public Set<DetailKind> lacking(Set<DetailKind> details) {
    return details.stream()
        .filter(detail -> !allowed.contains(detail) || excluded.contains(detail))
        .collect(Collectors.toUnmodifiableSet());
  }
}
