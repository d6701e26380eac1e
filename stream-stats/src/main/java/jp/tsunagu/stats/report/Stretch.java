package jp.tsunagu.stats.report;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.wording.DateWords;
import jp.tsunagu.stats.report.Window.Range;

/**
 * Days in Tokyo that are looked at together.
 *
 * @param first included
 * @param last included, not before the first
 */
public record Stretch(LocalDate first, LocalDate last) {

  /** What of this fiscal year (年度) has passed by today; all of it once it is over. */
  public static Stretch of(FiscalYear year, LocalDate today) {
    return between(year.first(), year.last(), today);
  }

  /** The days from one to the other, of those to come none but the first. */
  public static Stretch between(LocalDate first, LocalDate last, LocalDate today) {
    LocalDate passed = last.isAfter(today) ? today : last;
    return new Stretch(first, passed.isBefore(first) ? first : passed);
  }

  /** The same days of the year before (前年同期). */
  public Stretch aYearBefore() {
    return new Stretch(first.minusYears(1), last.minusYears(1));
  }

  /** Its days, as figures are kept. */
  public Range days() {
    return Range.days(first, last);
  }

  /** The months it lies in, as times are kept. */
  public Range months() {
    return Range.months(YearMonth.from(first), YearMonth.from(last));
  }

  /** The last day of each of its months, of the running one its own last. */
  public List<LocalDate> monthEnds() {
    return YearMonth.from(first)
        .atDay(1)
        .datesUntil(last.plusDays(1), Period.ofMonths(1))
        .map(month -> YearMonth.from(month).atEndOfMonth())
        .map(end -> end.isAfter(last) ? last : end)
        .toList();
  }

  /** As people read it. */
  public String label() {
    return DateWords.shortDay(first) + "〜" + DateWords.shortDay(last);
  }
}
