package jp.tsunagu.runtime.text;

import java.util.regex.Pattern;

/**
 * Text for a cell of a file that a spreadsheet opens. What begins like a formula would be worked
 * out there, in Japan also in full width; an apostrophe before it says that it is text (OWASP, CSV
 * injection). A number stays a number.
 */
public final class SpreadsheetCell {

  private static final Pattern LIKE_A_FORMULA =
      Pattern.compile("^[=+\\-@\t\r＝＋－＠].+", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private SpreadsheetCell() {}

  /** The text as it can stand in a cell. */
  public static String of(String text) {
    return LIKE_A_FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches()
        ? "'" + text
        : text;
  }
}
