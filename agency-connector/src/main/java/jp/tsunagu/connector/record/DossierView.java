package jp.tsunagu.connector.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.ReferralId;

/**
 * A dossier this agency holds: one it sent, or the parts of one it received.
 *
 * @param sender who sealed it; this agency itself for one it sent
 * @param heldSince when it was stored here
 */
public record DossierView(
    DossierId dossierId,
    CaseId caseId,
    Optional<ReferralId> referralId,
    AgencyId sender,
    Instant heldSince,
    List<PartView> parts) {

  public DossierView {
    parts = List.copyOf(parts);
  }

  /** The same with those of its parts alone that are so. */
  public DossierView with(Predicate<PartView> which) {
    return new DossierView(
        dossierId, caseId, referralId, sender, heldSince, parts.stream().filter(which).toList());
  }
}
