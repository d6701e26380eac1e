package jp.tsunagu.gateway.web;

import java.util.Optional;
import java.util.UUID;

/** Reads ids from a path; whatever is no id is as unknown as one that nobody has. */
final class Ids {

  private static final int LENGTH = 36;

  private Ids() {}

  static boolean isUuid(String text) {
    return parse(text).isPresent();
  }

  static Optional<UUID> parse(String text) {
    try {
      return text.length() == LENGTH ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException exception) {
      return Optional.empty();
    }
  }
}
