package jp.tsunagu.connector.inbox;

import java.time.LocalDate;
import jp.tsunagu.connector.dossier.HeldPart;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.connector.dossier.PartState;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Consent;
import jp.tsunagu.contract.lifecycle.Protection;

/**
 * Whether a held part may be sealed for one more recipient without asking a person. Fails closed:
 * what this agency cannot see itself is left to a person.
 *
 * @param state the case as this agency knows it
 * @param recipient who needs it
 * @param desk the coordination desk
 * @param today Asia/Tokyo
 */
record BasisCheck(CaseState state, AgencyId recipient, AgencyId desk, LocalDate today) {

  boolean allows(HeldPart held) {
    OpenPart part = held.part();
    return held.state() == PartState.OPEN
        && !isExcludedByProtection()
        && (!part.isPersonal() || allowsPersonal(part));
  }

  private boolean allowsPersonal(OpenPart part) {
    SharingBasis basis = part.basis();
    return basis != null && isForRecipient(part) && stands(part, basis);
  }

  private boolean isExcludedByProtection() {
    Protection protection = state.protection();
    return protection != null && protection.excluded().contains(recipient);
  }

  private boolean isForRecipient(OpenPart part) {
    Protection protection = state.protection();
    boolean tellsContact =
        part.kind().mayTellWhereabouts() || part.details().contains(DetailKind.CONTACT);
    return (part.kind() != PartKind.SUBJECT_TOKEN || recipient.equals(desk))
        && (!tellsContact || protection == null || protection.opensContactTo(recipient));
  }

  private boolean stands(OpenPart part, SharingBasis basis) {
    return switch (basis.kind()) {
      case CONSENT -> state.consents().stream().anyMatch(consent -> covers(consent, part));
      case SUPPORT_CONFERENCE -> state.members().contains(recipient);
      case LAW -> part.told().recipients().contains(recipient);
    };
  }

  private boolean covers(Consent consent, OpenPart part) {
    LocalDate lastDay = consent.terms().expiresOn();
    return consent.terms().person().equals(part.person())
        && consent.terms().recipients().contains(recipient)
        && (lastDay == null || !lastDay.isBefore(today))
        && consent.terms().scope().containsAll(part.details())
        && consent.terms().exclusions().stream()
            .noneMatch(
                exclusion ->
                    exclusion.agency().equals(recipient)
                        && part.details().contains(exclusion.detail()));
  }
}
