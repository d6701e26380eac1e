package jp.tsunagu.contract.id;

/**
 * Names a network: the prefix of all its topics, e.g. {@code tachikawa}. 2 to 40 lower-case
 * letters, digits, hyphens.
 */
public record NetworkId(String value) implements Comparable<NetworkId> {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 40;

  public NetworkId {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "a network id has 2 to 40 lower-case letters, digits or hyphens and begins with a"
              + " letter");
    }
  }

  /** Whether the text could be an id; ask this before building one from what a person typed. */
  public static boolean isValid(String text) {
    return Spelling.isName(text, SHORTEST, LONGEST);
  }

  @Override
  public int compareTo(NetworkId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
