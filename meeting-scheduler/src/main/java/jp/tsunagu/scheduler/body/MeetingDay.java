package jp.tsunagu.scheduler.body;

import java.time.LocalDate;

/** A regular meeting as the calendar gives it. */
public sealed interface MeetingDay {

  /** The day the body's rule gives; it names the meeting even when the meeting is moved. */
  LocalDate ruleDay();

  /**
   * The meeting is on this day.
   *
   * @param date the rule's day, or the open day it moved to
   */
  record On(LocalDate ruleDay, LocalDate date) implements MeetingDay {}

  /** The rule's day is closed and the desk has not said yet; it never moves by itself. */
  record Undecided(LocalDate ruleDay) implements MeetingDay {}
}
