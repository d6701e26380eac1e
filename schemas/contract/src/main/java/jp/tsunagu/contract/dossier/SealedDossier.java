package jp.tsunagu.contract.dossier;

import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.DossierId;

/**
 * A dossier as it travels: parts, each sealed to its own recipients. Associated data of every part
 * is network, caseId, dossierId, part name, sender and recipient, so that a misrouted or copied
 * part cannot be opened.
 *
 * @param sender the agency that sealed it
 */
public record SealedDossier(DossierId dossierId, AgencyId sender, List<SealedPart> parts) {

  public SealedDossier {
    parts = List.copyOf(parts);
  }

  /** What the ledger may know of it: no ciphertext, no details. */
  public DossierOutline outline() {
    return new DossierOutline(
        dossierId,
        sender,
        parts.stream()
            .map(p -> new PartOutline(p.name(), p.kind(), p.person(), p.basis(), p.recipients()))
            .toList());
  }

  /** The parts this recipient can open; empty if there is none. */
  public Optional<SealedDossier> onlyFor(AgencyId recipient) {
    List<SealedPart> own =
        parts.stream()
            .filter(part -> part.recipients().contains(recipient))
            .map(part -> part.onlyFor(recipient))
            .toList();
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(new SealedDossier(dossierId, sender, own));
  }
}
