package jp.tsunagu.connector.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Strong entity tags: the sequence of the last event about a thing. */
final class EntityTags {

  private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

  private EntityTags() {}

  static String of(long version) {
    return "\"" + version + "\"";
  }

  /** The highest version that an {@code If-Match} header names; null where it names none. */
  static @Nullable Long latest(String ifMatch) {
    return TAG.matcher(ifMatch)
        .results()
        .map(tag -> Long.valueOf(tag.group(1)))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Whether an {@code If-Match} header names this version; {@code *} names every one. */
  static boolean matches(String ifMatch, long version) {
    return Arrays.stream(ifMatch.split(",", -1))
        .map(String::strip)
        .anyMatch(tag -> tag.equals("*") || tag.equals(of(version)));
  }
}
