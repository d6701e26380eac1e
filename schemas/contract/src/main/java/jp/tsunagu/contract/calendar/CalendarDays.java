package jp.tsunagu.contract.calendar;

import java.time.YearMonth;
import java.util.Optional;

/** Says in Japanese why a year, month and day typed by a person are no day of the calendar. */
final class CalendarDays {

  private CalendarDays() {}

  /**
   * Empty if the day exists; else the reason, without a full stop. The year must be one {@link
   * YearMonth} knows.
   */
  static Optional<String> objectionTo(int year, int month, int day) {
    if (month < 1 || month > 12) {
      return Optional.of(month + "月はありません");
    }
    int length = YearMonth.of(year, month).lengthOfMonth();
    if (day < 1 || day > length) {
      return Optional.of(year + "年" + month + "月は" + length + "日までで、" + day + "日はありません");
    }
    return Optional.empty();
  }
}
