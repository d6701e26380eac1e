package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.dossier.BasisKind;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Consent;
import jp.tsunagu.contract.lifecycle.ConsentScope;

/** One person's part of a dossier and one agency that could read it. */
record Sharing(Handover handover, SealedPart part, AgencyId recipient) {

  CaseState state() {
    return handover.attempt().state();
  }

  boolean restsOn(BasisKind kind) {
    return part.basis() != null && part.basis().kind() == kind;
  }

  /** The person's consents that were not taken back altogether. */
  List<Consent> consents() {
    return state().consents().stream()
        .filter(consent -> consent.terms().person().equals(part.person()))
        .filter(consent -> !consent.terms().recipients().isEmpty())
        .toList();
  }

  /** What they let the recipient be told, as its sender is shown before. */
  ConsentScope scope() {
    return ConsentScope.of(
        consents().stream().map(Consent::terms).toList(),
        handover.purposeTowards(recipient),
        recipient,
        TokyoTime.dateOf(handover.attempt().now()));
  }

  Stream<Consent> forThePurpose() {
    return consents().stream()
        .filter(consent -> consent.terms().purpose() == handover.purposeTowards(recipient));
  }

  Stream<Consent> namingTheAgency() {
    return forThePurpose().filter(consent -> consent.terms().recipients().contains(recipient));
  }

  /** Valid until the end of its last day, Asia/Tokyo. */
  Stream<Consent> notExpired() {
    var today = TokyoTime.dateOf(handover.attempt().now());
    return namingTheAgency().filter(consent -> consent.terms().isValidOn(today));
  }
}
