package jp.tsunagu.contract.id;

import java.util.regex.Pattern;

/**
 * Names one meeting of a body: for a regular one the body and the day its rule gives ({@code
 * shien-kaigi.2026-10-13}), so that the same meeting planned twice has one id and keeps it when it
 * is moved; for an extra one a number follows ({@code shien-kaigi.2026-10-20.1}).
 */
public record MeetingId(String value) implements Comparable<MeetingId> {

  private static final Pattern FORM =
      Pattern.compile("[a-z][a-z0-9-]{1,39}\\.[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.[1-9][0-9]{0,2})?");

  public MeetingId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a meeting id is bodyId.yyyy-MM-dd or bodyId.yyyy-MM-dd.n");
    }
  }

  /** Whether the text could be an id; ask this before building one from what a person typed. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  /** The body whose meeting it is. */
  public BodyId body() {
    return new BodyId(value.substring(0, value.indexOf('.')));
  }

  @Override
  public int compareTo(MeetingId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
