package jp.tsunagu.contract.id;

import java.util.regex.Pattern;

/** Names one public key of an agency: the first 16 hexadecimal digits of the SHA-256 of the key. */
public record KeyId(String value) implements Comparable<KeyId> {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

  public KeyId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a key id has 16 hexadecimal digits");
    }
  }

  /** Whether the text could be an id; ask this before building one from what a person typed. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
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
