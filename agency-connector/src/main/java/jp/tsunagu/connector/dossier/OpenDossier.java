package jp.tsunagu.connector.dossier;

import java.util.List;
import jp.tsunagu.contract.id.DossierId;

/**
 * A dossier in clear, at its sender before sealing. Each part is sealed apart, so that a person's
 * fields reach only those for whom that person's part is meant.
 *
 * @param dossierId chosen by the sender (UUIDv7)
 * @param parts at least one; names are unique
 */
public record OpenDossier(DossierId dossierId, List<OpenPart> parts) {

  public OpenDossier {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a dossier has at least one part");
    }
    if (parts.stream().map(OpenPart::name).distinct().count() != parts.size()) {
      throw new IllegalArgumentException("names of parts are unique in a dossier");
    }
  }

  @Override
  public String toString() {
    return "OpenDossier[" + dossierId + ", " + parts.size() + " parts]";
  }
}
