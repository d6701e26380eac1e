package jp.tsunagu.violations.edge;

import java.time.Instant;
import java.util.List;
import jp.tsunagu.contract.calendar.DeadlineRule;
import jp.tsunagu.contract.calendar.JapaneseHolidays;
import jp.tsunagu.contract.calendar.OfficeCalendar;
import jp.tsunagu.contract.calendar.OfficeHours;
import jp.tsunagu.contract.calendar.ResponseDeadline;
import jp.tsunagu.contract.calendar.ResponseDeadlines;

/** A calendar and a deadline besides those of the directory. */
record SecondCalendar(JapaneseHolidays holidays) {
  OfficeCalendar calendar() {
    return new OfficeCalendar(holidays, OfficeHours.standard(), true, List.of());
  }

  ResponseDeadline deadline(Instant sentAt) {
    return ResponseDeadlines.of(DeadlineRule.calendarHours(24), sentAt, calendar());
  }
}
