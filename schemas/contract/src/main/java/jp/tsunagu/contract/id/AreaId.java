package jp.tsunagu.contract.id;

/**
 * Names an area (圏域), e.g. {@code nambu-nishi}: lower-case letters, digits and hyphens, 2 to 40
 * characters.
 */
public record AreaId(String value) implements Comparable<AreaId> {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 40;

  /** Stands for an area that a general view must not name (保護案件). */
  public static final AreaId WITHHELD = new AreaId("withheld");

  public AreaId {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "an area id has 2 to 40 lower-case letters, digits or hyphens and begins with a letter");
    }
  }

  /** Whether the text could be an id; ask this before building one from what a person typed. */
  public static boolean isValid(String text) {
    return Spelling.isName(text, SHORTEST, LONGEST);
  }

  @Override
  public int compareTo(AreaId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
