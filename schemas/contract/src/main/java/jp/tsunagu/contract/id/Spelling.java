package jp.tsunagu.contract.id;

/**
 * How ids between programs are spelled. A regular expression would say the same; but ids are
 * checked each time they are read, a dozen in every record, and a matcher is made for each.
 */
public final class Spelling {

  private Spelling() {}

  /** Whether these are lower-case letters, digits and hyphens, so many, and a letter first. */
  public static boolean isName(String text, int shortest, int longest) {
    return isLettersDigitsHyphens(text, shortest, longest) && isLetter(text.charAt(0));
  }

  /** Whether these are lower-case letters, digits and hyphens, so many. */
  public static boolean isLettersDigitsHyphens(String text, int shortest, int longest) {
    if (text.isEmpty() || text.length() < shortest || text.length() > longest) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (!isLetter(each) && !isDigit(each) && each != '-') {
        return false;
      }
    }
    return true;
  }

  /** Whether these are so many hexadecimal digits in lower case. */
  public static boolean isHex(String text, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char each = text.charAt(i);
      if (!isDigit(each) && !(each >= 'a' && each <= 'f')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char each) {
    return each >= 'a' && each <= 'z';
  }

  private static boolean isDigit(char each) {
    return each >= '0' && each <= '9';
  }
}
