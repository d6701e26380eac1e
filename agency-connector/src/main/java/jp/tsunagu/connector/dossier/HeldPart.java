package jp.tsunagu.connector.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.DossierId;

/**
 * A part this agency holds.
 *
 * @param part what it is about; its content is empty unless the state is {@link PartState#OPEN}
 */
public record HeldPart(OpenPart part, PartState state) {

  static final Bytes NOTHING = Bytes.copyOf(new byte[0]);

  /** Its content, if it can be read. */
  public Optional<Bytes> content() {
    return state == PartState.OPEN ? Optional.of(part.told().content()) : Optional.empty();
  }

  /** Whether it was written for this leg, too. */
  public boolean isOf(OfLeg leg, DossierId dossier) {
    return leg.includes(dossier, part.kind(), part.told().recipients());
  }

  /** This part for other recipients, to be sealed anew. */
  public OpenPart sealedFor(Set<AgencyId> recipients) {
    return part.sealedFor(recipients);
  }

  /**
   * The parts of a held dossier that travel now, for these recipients by name; what cannot be read
   * here any more stays here.
   */
  public static Optional<OpenDossier> travelling(
      DossierId dossierId, List<HeldPart> held, Map<String, Set<AgencyId>> recipients) {
    List<OpenPart> parts =
        held.stream()
            .filter(each -> each.state() == PartState.OPEN)
            .filter(each -> recipients.containsKey(each.part().name()))
            .map(each -> each.sealedFor(recipients.getOrDefault(each.part().name(), Set.of())))
            .toList();
    return parts.isEmpty() ? Optional.empty() : Optional.of(new OpenDossier(dossierId, parts));
  }
}
