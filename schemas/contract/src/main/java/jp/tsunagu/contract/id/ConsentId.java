package jp.tsunagu.contract.id;

import java.util.UUID;

/**
 * Names one consent of one person for one purpose.
 *
 * <p>Chosen by the agency that records it, as a UUIDv7 ({@link UuidVersion7}).
 */
public record ConsentId(UUID value) {

  /** Reads the canonical text form; fails on anything else. */
  public static ConsentId of(String text) {
    return new ConsentId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
