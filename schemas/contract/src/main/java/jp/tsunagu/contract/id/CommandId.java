package jp.tsunagu.contract.id;

import java.util.UUID;

/**
 * Names one wish of an agency; a repetition carries the same id and has no second effect.
 *
 * <p>Chosen by the agency that asks, as a UUIDv7 ({@link UuidVersion7}).
 */
public record CommandId(UUID value) {

  /** Reads the canonical text form; fails on anything else. */
  public static CommandId of(String text) {
    return new CommandId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
