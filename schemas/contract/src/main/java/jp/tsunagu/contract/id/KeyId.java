package jp.tsunagu.contract.id;

/** Names one public key of an agency: the first 16 hexadecimal digits of the SHA-256 of the key. */
public record KeyId(String value) implements Comparable<KeyId> {
  private static final int DIGITS = 16;

  public KeyId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("a key id has 16 hexadecimal digits");
    }
  }

  /** Whether the text could be an id; ask this before building one from what a person typed. */
  public static boolean isValid(String text) {
    return Spelling.isHex(text, DIGITS);
  }

  @Override
  public int compareTo(KeyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
