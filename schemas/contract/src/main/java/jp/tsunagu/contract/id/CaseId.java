package jp.tsunagu.contract.id;

import java.util.UUID;

/**
 * Names a case (支援ケース): one household's consultation with everything that follows from it.
 *
 * <p>Chosen by the agency that first receives the household, as a UUIDv7 ({@link UuidVersion7}).
 */
public record CaseId(UUID value) {

  /** Reads the canonical text form; fails on anything else. */
  public static CaseId of(String text) {
    return new CaseId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
