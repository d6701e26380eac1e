package jp.tsunagu.contract.id;

/**
 * Who acted at an agency, as a pseudonym per agency and case, or body of meetings: a keyed hash
 * that only this agency can resolve. Two cases never show that the same person acted in both.
 */
public record ActingPerson(String value) {
  private static final int DIGITS = 32;

  public ActingPerson {
    if (!isValid(value)) {
      throw new IllegalArgumentException("a pseudonym has 32 hexadecimal digits");
    }
  }

  /** Whether it is one by its form. */
  public static boolean isValid(String value) {
    return Spelling.isHex(value, DIGITS);
  }

  @Override
  public String toString() {
    return value;
  }
}
