package jp.tsunagu.contract.id;

import java.util.UUID;

/**
 * Names one sealed dossier.
 *
 * <p>Chosen by the agency that seals, as a UUIDv7 ({@link UuidVersion7}).
 */
public record DossierId(UUID value) {

  /** Reads the canonical text form; fails on anything else. */
  public static DossierId of(String text) {
    return new DossierId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
