package jp.tsunagu.connector.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.ReferralId;

/**
 * A dossier this agency holds.
 *
 * @param sender who sealed it; this agency itself for its own
 */
public record HeldDossier(
    DossierId dossierId,
    CaseId caseId,
    Optional<ReferralId> referralId,
    AgencyId sender,
    Instant heldSince,
    List<HeldPart> parts) {
  public HeldDossier {
    parts = List.copyOf(parts);
  }

  HeldDossier with(List<HeldPart> held) {
    return new HeldDossier(dossierId, caseId, referralId, sender, heldSince, held);
  }
}
