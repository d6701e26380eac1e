package jp.tsunagu.contract.id;

/**
 * Names a meeting body (会議体) of the network, e.g. {@code shien-kaigi}: lower-case letters, digits
 * and hyphens, 2 to 40 characters.
 */
public record BodyId(String value) implements Comparable<BodyId> {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 40;

  public BodyId {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "a body id has 2 to 40 lower-case letters, digits or hyphens and begins with a letter");
    }
  }

  /** Whether the text could be an id; ask this before building one from what a person typed. */
  public static boolean isValid(String text) {
    return Spelling.isName(text, SHORTEST, LONGEST);
  }

  @Override
  public int compareTo(BodyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
