package jp.tsunagu.connector.record;

import java.time.Instant;
import java.util.List;
import jp.tsunagu.connector.dossier.HeldDossier;
import jp.tsunagu.connector.dossier.HeldPart;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.EventHeader;

/**
 * Somebody opened a leg (開封).
 *
 * @param agency whose it was then
 * @param at when
 * @param parts what it could read by then: the names of the parts that came with the leg
 */
public record Opening(AgencyId agency, Instant at, List<String> parts) {

  /** Keeps an unmodifiable copy. */
  public Opening {
    parts = List.copyOf(parts);
  }

  /**
   * Who opened it by this event, and what came with the leg before.
   *
   * @param held what this agency holds of the leg
   */
  static Opening of(EventHeader header, List<HeldDossier> held) {
    AgencyId onBehalfOf = header.by().onBehalfOf();
    AgencyId who = onBehalfOf == null ? header.actor() : onBehalfOf;
    List<String> parts =
        held.stream()
            .filter(dossier -> !dossier.heldSince().isAfter(header.recordedAt()))
            .flatMap(dossier -> dossier.parts().stream())
            .map(HeldPart::part)
            .filter(part -> part.told().recipients().contains(header.actor()))
            .map(OpenPart::name)
            .toList();
    return new Opening(who, header.occurredAt(), parts);
  }
}
