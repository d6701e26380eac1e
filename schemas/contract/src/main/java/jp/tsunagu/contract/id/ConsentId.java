package jp.tsunagu.contract.id;

import java.util.UUID;

/**
 * Names one consent of one person for one purpose.
 *
 * <p>Chosen by the agency that records it, as a UUIDv7 ({@link UuidVersion7}); of a 利用申込書 it
 * follows from what was applied for, so that telling of the same again is not a second consent.
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
