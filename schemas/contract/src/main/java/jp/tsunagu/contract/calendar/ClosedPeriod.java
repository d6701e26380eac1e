package jp.tsunagu.contract.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;

/**
 * Days of every year on which an office is closed, both ends included; a period may run over the
 * end of the year.
 *
 * @param first first closed day
 * @param last last closed day; before {@code first} if the period runs over the end of the year
 */
public record ClosedPeriod(MonthDay first, MonthDay last) {

  /** The year-end closing of public offices (年末年始), 29 December to 3 January. */
  public static final ClosedPeriod YEAR_END =
      new ClosedPeriod(MonthDay.of(Month.DECEMBER, 29), MonthDay.of(Month.JANUARY, 3));

  /** Whether the office is closed on this day because of this period. */
  public boolean contains(LocalDate date) {
    MonthDay day = MonthDay.from(date);
    boolean begun = !day.isBefore(first);
    boolean notOver = !day.isAfter(last);
    return first.isAfter(last) ? begun || notOver : begun && notOver;
  }
}
