package jp.tsunagu.contract.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Works out response deadlines (回答期限) from a rule, the moment of sending and the calendar; knows no
 * clock.
 */
public final class ResponseDeadlines {

  private ResponseDeadlines() {}

  /**
   * The deadline of a referral sent at this moment.
   *
   * @param rule the rule of the referral's urgency
   * @param sentAt when the gateway recorded the sending
   * @param calendar the receiver's open days and hours
   */
  public static ResponseDeadline of(DeadlineRule rule, Instant sentAt, OfficeCalendar calendar) {
    return switch (rule) {
      case DeadlineRule.CalendarHours hours -> byTheClock(hours, sentAt, calendar);
      case DeadlineRule.OpenDays days -> byOpenDays(days, sentAt, calendar);
    };
  }

  /**
   * The deadline that somebody set: when the offices close on that day, due soon as under a rule of
   * open days, and escalated at once.
   *
   * @param lastDay the last day for an answer, not before that of {@code sentAt}
   */
  public static ResponseDeadline on(LocalDate lastDay, Instant sentAt, OfficeCalendar calendar) {
    DeadlineRule.OpenDays rule =
        DeadlineRule.openDays(1, calendar.hours().closes()).escalating(Escalation.AT_ONCE);
    return on(lastDay, rule, sentAt, calendar);
  }

  private static ResponseDeadline byTheClock(
      DeadlineRule.CalendarHours rule, Instant sentAt, OfficeCalendar calendar) {
    Instant respondBy = sentAt.plus(rule.allowed());
    return deadline(rule, respondBy, respondBy.minus(rule.dueSoonBefore()), calendar);
  }

  private static ResponseDeadline byOpenDays(
      DeadlineRule.OpenDays rule, Instant sentAt, OfficeCalendar calendar) {
    LocalDate lastDay = calendar.plusOpenDays(TokyoTime.dateOf(sentAt), rule.days());
    return on(lastDay, rule, sentAt, calendar);
  }

  private static ResponseDeadline on(
      LocalDate lastDay, DeadlineRule.OpenDays rule, Instant sentAt, OfficeCalendar calendar) {
    LocalDate reminderDay = calendar.minusOpenDays(lastDay, rule.dueSoonDaysBefore());
    Instant respondBy = TokyoTime.at(lastDay, rule.closing());
    Instant dueSoonAt = within(sentAt, calendar.opening(reminderDay), respondBy);
    return deadline(rule, respondBy, dueSoonAt, calendar);
  }

  private static ResponseDeadline deadline(
      DeadlineRule rule, Instant respondBy, Instant dueSoonAt, OfficeCalendar calendar) {
    boolean endsOnClosedDay = !calendar.isOpenDay(TokyoTime.dateOf(respondBy));
    Instant escalateAt = rule.escalation().after(respondBy, calendar);
    return new ResponseDeadline(respondBy, dueSoonAt, endsOnClosedDay, escalateAt);
  }

  private static Instant within(Instant earliest, Instant wanted, Instant latest) {
    Instant notTooEarly = wanted.isBefore(earliest) ? earliest : wanted;
    return notTooEarly.isAfter(latest) ? latest : notTooEarly;
  }
}
