package jp.tsunagu.connector.web;

import java.util.Arrays;

/** Strong entity tags: the sequence of the last event about a thing. */
final class EntityTags {

  private EntityTags() {}

  static String of(long version) {
    return "\"" + version + "\"";
  }

  /** Whether an {@code If-Match} header names this version; {@code *} names every one. */
  static boolean matches(String ifMatch, long version) {
    return Arrays.stream(ifMatch.split(",", -1))
        .map(String::strip)
        .anyMatch(tag -> tag.equals("*") || tag.equals(of(version)));
  }
}
