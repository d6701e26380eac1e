package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.dossier.BasisKind;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.lifecycle.Exclusion;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Refuse;

/**
 * Whether one agency may read one person's part: by that person's consent, or as one of the 支援会議.
 * Parts that rest on a statute are judged in {@link DossierRules}.
 */
final class ConsentRules {

  static final List<Rule<Sharing>> ALL =
      List.of(
          ConsentRules::consentMustExist,
          ConsentRules::consentMustCoverThePurpose,
          ConsentRules::consentMustNameTheAgency,
          ConsentRules::consentMustNotBeExpired,
          ConsentRules::consentMustCoverTheDetails,
          ConsentRules::nothingMustBeExcluded,
          ConsentRules::conferenceMustJoinBothSides);

  private ConsentRules() {}

  static Optional<Refuse> consentMustExist(Sharing sharing) {
    return byConsent(sharing, !sharing.consents().isEmpty());
  }

  static Optional<Refuse> consentMustCoverThePurpose(Sharing sharing) {
    return byConsent(sharing, sharing.forThePurpose().findAny().isPresent());
  }

  static Optional<Refuse> consentMustNameTheAgency(Sharing sharing) {
    return byConsent(sharing, sharing.namingTheAgency().findAny().isPresent());
  }

  static Optional<Refuse> consentMustNotBeExpired(Sharing sharing) {
    return byConsent(sharing, sharing.notExpired().findAny().isPresent());
  }

  /** Several consents for the same purpose and agency add up. */
  static Optional<Refuse> consentMustCoverTheDetails(Sharing sharing) {
    Set<DetailKind> allowed =
        sharing.notExpired().flatMap(c -> c.terms().scope().stream()).collect(Collectors.toSet());
    return byConsent(sharing, allowed.containsAll(sharing.part().details()));
  }

  /** What a person excluded in any consent that stands is excluded from all. */
  static Optional<Refuse> nothingMustBeExcluded(Sharing sharing) {
    return byConsent(sharing, excluded(sharing).isEmpty());
  }

  private static Set<DetailKind> excluded(Sharing sharing) {
    return sharing.consents().stream()
        .flatMap(consent -> consent.terms().exclusions().stream())
        .filter(exclusion -> concerns(exclusion, sharing))
        .map(Exclusion::detail)
        .collect(Collectors.toSet());
  }

  /** Which details of a part have no basis towards its recipient; all where no consent is near. */
  static Set<DetailKind> lacking(Sharing sharing) {
    Set<DetailKind> details = sharing.part().details();
    return sharing.restsOn(BasisKind.CONSENT) ? sharing.scope().lacking(details) : details;
  }

  private static boolean concerns(Exclusion exclusion, Sharing sharing) {
    return exclusion.agency().equals(sharing.recipient())
        && sharing.part().details().contains(exclusion.detail());
  }

  /** Anybody may tell the organiser; members may be told by members and by the organiser. */
  static Optional<Refuse> conferenceMustJoinBothSides(Sharing sharing) {
    if (!sharing.restsOn(BasisKind.SUPPORT_CONFERENCE)) {
      return Optional.empty();
    }
    Handover handover = sharing.handover();
    var actor = handover.attempt().actor();
    boolean joined =
        handover.isOrganiser(sharing.recipient())
            || (handover.isMember(sharing.recipient())
                && (handover.isMember(actor) || handover.isOrganiser(actor)));
    return Rule.require(joined, RefusalCode.NO_BASIS_FOR_PERSON);
  }

  private static Optional<Refuse> byConsent(Sharing sharing, boolean holds) {
    return Rule.require(
        holds || !sharing.restsOn(BasisKind.CONSENT), RefusalCode.NO_BASIS_FOR_PERSON);
  }
}
