package jp.tsunagu.gateway.decision;

import java.time.LocalDate;
import jp.tsunagu.contract.calendar.ResponseDeadline;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.contract.lifecycle.Urgency;

/**
 * The response clock of an urgency by the settings of the city, or of a day that somebody set; it
 * starts when it is decided.
 */
final class ResponseClocks {

  private ResponseClocks() {}

  static ResponseClock of(Urgency urgency, DecisionContext context) {
    return clock(context.directory().responseDeadline(urgency, context.now()));
  }

  /** Until the offices close on this day. */
  static ResponseClock until(LocalDate day, DecisionContext context) {
    return clock(context.directory().responseDeadline(day, context.now()));
  }

  private static ResponseClock clock(ResponseDeadline deadline) {
    return new ResponseClock(
        deadline.dueSoonAt(),
        deadline.respondBy(),
        deadline.escalateAt(),
        deadline.endsOnClosedDay());
  }
}
