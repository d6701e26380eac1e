package jp.tsunagu.contract.calendar;

import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.function.IntFunction;

/**
 * One holiday (国民の祝日) as the law words it: its name, the years it is in force, and its day in a
 * year.
 */
record HolidayRule(String name, int firstYear, int lastYear, IntFunction<LocalDate> dayIn) {

  /** For a holiday that is still in force. */
  static final int NO_END = Integer.MAX_VALUE;

  static HolidayRule fixed(String name, int firstYear, int lastYear, Month month, int day) {
    return new HolidayRule(name, firstYear, lastYear, year -> LocalDate.of(year, month, day));
  }

  static HolidayRule monday(String name, int firstYear, int lastYear, Month month, int ordinal) {
    return new HolidayRule(
        name,
        firstYear,
        lastYear,
        year -> LocalDate.of(year, month, 1).with(dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY)));
  }

  static HolidayRule once(String name, int year, Month month, int day) {
    return fixed(name, year, year, month, day);
  }

  boolean isInForce(int year) {
    return firstYear <= year && year <= lastYear;
  }
}
