package jp.tsunagu.contract.id;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.contract.calendar.JapaneseEra;

/**
 * What people call a case on paper and by telephone (案件番号), beside its {@link CaseId}, such as
 * {@code 令和8-01234-4}: era and year of reception in Tokyo, a serial number of the network in that
 * year, a check digit. Given by the gateway, never twice; serial numbers have gaps and their order
 * means nothing. It names nobody and can be guessed, so that knowing one opens nothing. Of a newer
 * program it may look different: 1 to 32 visible characters.
 */
public record CaseNumber(String value) {

  /** The largest serial number of a year. */
  public static final int LARGEST_SERIAL = 9_999_999;

  private static final int LONGEST = 32;
  private static final Pattern WRITTEN =
      Pattern.compile("(\\p{L}{1,2}?)(\\d{1,2}|元)年?-?(\\d{5,7})-?(\\d)");
  private static final Pattern HYPHENS = Pattern.compile("[-‐‑–—―−ー]");
  private static final Pattern SPACES = Pattern.compile("\\s");

  public CaseNumber {
    boolean isVisible = value.codePoints().noneMatch(CaseNumber::isBlankOrControl);
    if (value.isEmpty() || value.length() > LONGEST || !isVisible) {
      throw new IllegalArgumentException("a case number has 1 to 32 visible characters");
    }
  }

  /**
   * The number of a case received on this day.
   *
   * @param serial 0 to {@link #LARGEST_SERIAL}, given once in the year of reception
   * @return empty for one serial in eleven, whose check digit would be 10: take the next
   */
  public static Optional<CaseNumber> of(LocalDate receivedOn, int serial) {
    if (serial < 0 || serial > LARGEST_SERIAL) {
      throw new IllegalArgumentException("a serial number has at most seven digits");
    }
    JapaneseEra era = JapaneseEra.of(receivedOn).orElseThrow();
    return of(era, era.yearOf(receivedOn), serial);
  }

  /**
   * Reads what a person typed: full width or half width, with any hyphen or none, R8 for 令和8.
   *
   * @return the number in its usual form; empty if it is none, or if a digit is wrong or two stand
   *     in each other's place
   */
  public static Optional<CaseNumber> read(String typed) {
    String narrow =
        SPACES.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC)).replaceAll("");
    Matcher written = WRITTEN.matcher(HYPHENS.matcher(narrow).replaceAll("-"));
    if (typed.length() > LONGEST || !written.matches()) {
      return Optional.empty();
    }
    int year = written.group(2).equals("元") ? 1 : Integer.parseInt(written.group(2));
    int serial = Integer.parseInt(written.group(3));
    return JapaneseEra.named(written.group(1))
        .flatMap(era -> of(era, year, serial))
        .filter(number -> number.value.endsWith("-" + written.group(4)));
  }

  private static Optional<CaseNumber> of(JapaneseEra era, int year, int serial) {
    int check = checkDigit(era, year, serial);
    return check > 9
        ? Optional.empty()
        : Optional.of(new CaseNumber("%s%d-%05d-%d".formatted(era.label(), year, serial, check)));
  }

  /**
   * Modulo 11 over the two digits of the year and the seven of the serial number, each with a
   * weight of its own: any one wrong digit and any two in each other's place give another one. The
   * era counts as if it were a digit of weight 1.
   *
   * @return 0 to 9, or 10 where there is none
   */
  static int checkDigit(JapaneseEra era, int year, int serial) {
    int sum = era.ordinal();
    int weight = 2;
    for (int rest = year * (LARGEST_SERIAL + 1) + serial; rest > 0; rest /= 10) {
      sum += weight * (rest % 10);
      weight++;
    }
    return (11 - sum % 11) % 11;
  }

  private static boolean isBlankOrControl(int character) {
    return Character.isWhitespace(character) || Character.isISOControl(character);
  }

  @Override
  public String toString() {
    return value;
  }
}
