package jp.tsunagu.contract.calendar;

import java.time.Duration;
import java.time.LocalTime;

/**
 * How long a receiver may take to answer (回答期限). No law sets these times: they are a choice of this
 * project and configuration of a city, by default 24 hours for 緊急, 72 hours for 準緊急 and ten open
 * days for 通常.
 */
public sealed interface DeadlineRule {

  /**
   * The clock runs day and night; escalates at once. Due soon 6 h before the end of 24 h, 24 h
   * before that of 72 h.
   */
  static CalendarHours calendarHours(int hours) {
    Duration allowed = Duration.ofHours(hours);
    Duration dueSoonBefore = allowed.dividedBy(hours <= 24 ? 4 : 3);
    return new CalendarHours(allowed, dueSoonBefore, Escalation.AT_ONCE);
  }

  /**
   * Ends at {@code closing} on the {@code days}-th open day after the day of sending; due soon when
   * the office opens two open days before; escalates at the next opening.
   */
  static OpenDays openDays(int days, LocalTime closing) {
    return new OpenDays(days, closing, 2, Escalation.AT_NEXT_OPENING);
  }

  /** When the desk hears of a missed deadline. */
  Escalation escalation();

  /**
   * So many hours by the clock, closed days included.
   *
   * @param allowed time from sending to the deadline, more than zero
   * @param dueSoonBefore how long before the deadline it is due soon, less than {@code allowed},
   *     not negative
   * @param escalation when the desk hears of a missed deadline
   */
  record CalendarHours(Duration allowed, Duration dueSoonBefore, Escalation escalation)
      implements DeadlineRule {

    /**
     * Refuses times that cannot be; configuration is to be checked before with a message that names
     * its line.
     */
    public CalendarHours {
      if (dueSoonBefore.isNegative() || dueSoonBefore.compareTo(allowed) >= 0) {
        throw new IllegalArgumentException(
            "due soon must lie within the time allowed: " + dueSoonBefore + ", " + allowed);
      }
    }

    /** The same rule, due soon at another time. */
    public CalendarHours dueSoonBefore(Duration before) {
      return new CalendarHours(allowed, before, escalation);
    }

    /** The same rule, escalating at another time. */
    public CalendarHours escalating(Escalation when) {
      return new CalendarHours(allowed, dueSoonBefore, when);
    }
  }

  /**
   * So many open days (開庁日), the day of sending not counted.
   *
   * @param days open days after the day of sending, at least one
   * @param closing time of the last day, in Tokyo
   * @param dueSoonDaysBefore how many open days before the last day it is due soon, not negative
   * @param escalation when the desk hears of a missed deadline
   */
  record OpenDays(int days, LocalTime closing, int dueSoonDaysBefore, Escalation escalation)
      implements DeadlineRule {

    /**
     * Refuses counts that cannot be; configuration is to be checked before with a message that
     * names its line.
     */
    public OpenDays {
      if (days < 1 || dueSoonDaysBefore < 0) {
        throw new IllegalArgumentException(
            "at least one open day, due soon not negative: " + days + ", " + dueSoonDaysBefore);
      }
    }

    /** The same rule, due soon another number of open days before. */
    public OpenDays dueSoonBefore(int openDays) {
      return new OpenDays(days, closing, openDays, escalation);
    }

    /** The same rule, escalating at another time. */
    public OpenDays escalating(Escalation when) {
      return new OpenDays(days, closing, dueSoonDaysBefore, when);
    }
  }
}
