package jp.tsunagu.runtime.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.calendar.TokyoTime;
import org.springframework.core.convert.converter.Converter;

/**
 * Days, moments and years that an address may name: what no calendar of an office has is refused
 * before anything is reckoned with it.
 */
public final class Days {

  /** What is said of a day that is none. */
  public static final String DAY = "日は 2026-11-21 の形で、1900年から2999年までの日を書いてください。";

  /** What is said of a year that is none. */
  public static final String YEAR = "年度は、その4月1日の西暦を1900から2999までの整数で書いてください(例 2026)。";

  private static final int EARLIEST = 1900;
  private static final int LATEST = 2999;

  private Days() {}

  /** A day. */
  static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text)).filter(day -> isUsual(day.getYear()));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /** Whether a moment is within the same years. */
  static boolean isUsual(Instant moment) {
    try {
      return isUsual(TokyoTime.dateOf(moment).getYear());
    } catch (DateTimeException outside) {
      return false;
    }
  }

  private static boolean isUsual(int year) {
    return year >= EARLIEST && year <= LATEST;
  }

  /** A fiscal year, by the western year of its first day. */
  static Optional<FiscalYear> year(String text) {
    return text.matches("\\d{4}") && isUsual(Integer.parseInt(text))
        ? Optional.of(new FiscalYear(Integer.parseInt(text)))
        : Optional.empty();
  }

  /** For methods whose argument is a day. */
  static final class OfDay implements Converter<String, LocalDate> {
    @Override
    public LocalDate convert(String text) {
      return day(text).orElseThrow(() -> new IllegalArgumentException("no such day"));
    }
  }

  /** For methods whose argument is a fiscal year. */
  static final class OfYear implements Converter<String, FiscalYear> {
    @Override
    public FiscalYear convert(String text) {
      return year(text).orElseThrow(() -> new IllegalArgumentException("no such year"));
    }
  }
}
