package jp.tsunagu.scheduler.body;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.tsunagu.contract.calendar.OfficeCalendar;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.DirectoryRecord.Closing;

/** The closing (受付締切) of the meetings of a body. */
final class ClosingDays {

  private static final int LONGEST_SEARCH_IN_MONTHS = 24;

  private final Closing closing;
  private final OfficeCalendar calendar;
  private final Recurrence recurrence;

  ClosingDays(Closing closing, OfficeCalendar calendar) {
    this.closing = closing;
    this.calendar = calendar;
    this.recurrence = Recurrence.of(closing.recurrence());
  }

  /** The closing of the meeting of this rule day. */
  Moment of(LocalDate meetingRuleDay, DeskDecisions decisions) {
    LocalDate ruleDay = ruleDayFor(meetingRuleDay);
    return switch (ClosedDays.settle(
        closing.closedDays(), calendar, ruleDay, decisions.closings())) {
      case MeetingDay.On on -> new Moment.At(TokyoTime.at(on.date(), closing.at()));
      case MeetingDay.Undecided undecided -> new Moment.Undecided(undecided.ruleDay());
    };
  }

  /**
   * The month counts from the meeting's rule day, wherever the meeting was moved. Where the rule
   * gives several days the last one counts; where it gives none in that month, the last one before.
   */
  private LocalDate ruleDayFor(LocalDate meetingRuleDay) {
    YearMonth month = YearMonth.from(meetingRuleDay).minusMonths(closing.monthsBefore());
    LocalDate last = earlier(month.atEndOfMonth(), meetingRuleDay);
    List<LocalDate> days = recurrence.days(month.atDay(1), last);
    if (days.isEmpty()) {
      days = recurrence.days(last.minusMonths(LONGEST_SEARCH_IN_MONTHS), last);
    }
    return days.isEmpty() ? last : days.getLast();
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
