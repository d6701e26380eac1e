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
 * @param pairKeys the keys its data keys are wrapped under, where they are; filled by the sealing
 *     connector
 */
public record SealedDossier(
    DossierId dossierId, AgencyId sender, List<SealedPart> parts, List<PairKey> pairKeys) {

  public SealedDossier {
    parts = List.copyOf(parts);
    pairKeys = List.copyOf(pairKeys);
  }

  /** A dossier whose data keys are wrapped to public keys alone. */
  public SealedDossier(DossierId dossierId, AgencyId sender, List<SealedPart> parts) {
    this(dossierId, sender, parts, List.of());
  }

  /** What the ledger may know of it: no ciphertext, no details. */
  public DossierOutline outline() {
    return new DossierOutline(dossierId, sender, parts.stream().map(SealedPart::outline).toList());
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
        : Optional.of(new SealedDossier(dossierId, sender, own, pairKeysFor(recipient)));
  }

  /** This dossier without its contents, as it is kept where they lie elsewhere. */
  public SealedDossier emptied() {
    return new SealedDossier(
        dossierId, sender, parts.stream().map(SealedPart::emptied).toList(), List.of());
  }

  private List<PairKey> pairKeysFor(AgencyId recipient) {
    return pairKeys.stream().filter(key -> key.recipient().equals(recipient)).toList();
  }
}
