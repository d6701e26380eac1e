package jp.tsunagu.contract.id;

/**
 * What people call a case on paper and by telephone (受付番号), beside its {@link CaseId}. Given by the
 * gateway, 1 to 32 visible characters; it names nobody and can be guessed, so that knowing one
 * opens nothing.
 */
public record CaseNumber(String value) {

  private static final int LONGEST = 32;

  public CaseNumber {
    boolean isVisible = value.codePoints().noneMatch(CaseNumber::isBlankOrControl);
    if (value.isEmpty() || value.length() > LONGEST || !isVisible) {
      throw new IllegalArgumentException("a case number has 1 to 32 visible characters");
    }
  }

  private static boolean isBlankOrControl(int character) {
    return Character.isWhitespace(character) || Character.isISOControl(character);
  }

  @Override
  public String toString() {
    return value;
  }
}
