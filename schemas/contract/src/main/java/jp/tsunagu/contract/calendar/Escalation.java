package jp.tsunagu.contract.calendar;

import java.time.Instant;

/**
 * When an unanswered referral comes before the coordination desk (調整窓口), once its deadline has
 * passed.
 */
public enum Escalation {
  /** At the deadline itself, at night as well. */
  AT_ONCE {
    @Override
    Instant after(Instant respondBy, OfficeCalendar calendar) {
      return respondBy;
    }
  },
  /** When the office opens next, so that the receiving agency hears of it first. */
  AT_NEXT_OPENING {
    @Override
    Instant after(Instant respondBy, OfficeCalendar calendar) {
      return calendar.openingAfter(respondBy);
    }
  };

  abstract Instant after(Instant respondBy, OfficeCalendar calendar);
}
