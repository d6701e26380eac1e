package jp.tsunagu.contract.id;

import java.util.UUID;

/**
 * Names one leg of a referral: from one sender to one receiver.
 *
 * <p>Chosen by the agency that sends, as a UUIDv7 ({@link UuidVersion7}).
 */
public record ReferralId(UUID value) {

  /** Reads the canonical text form; fails on anything else. */
  public static ReferralId of(String text) {
    return new ReferralId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
