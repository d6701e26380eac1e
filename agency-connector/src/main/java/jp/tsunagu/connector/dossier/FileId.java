package jp.tsunagu.connector.dossier;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jp.tsunagu.contract.id.DossierId;

/**
 * Under which id the pieces of a file lie in an agency's own database; no other agency knows it.
 */
public record FileId(UUID value) {

  /** Of a file that came with this part: by its place, so that no sender can choose it. */
  static FileId of(DossierId dossierId, String part) {
    String place = "file/" + dossierId + "/" + part;
    return new FileId(UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
