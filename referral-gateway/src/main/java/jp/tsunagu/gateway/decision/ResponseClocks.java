package jp.tsunagu.gateway.decision;

import jp.tsunagu.contract.calendar.ResponseDeadline;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.contract.lifecycle.Urgency;

/** The response clock of an urgency by the settings of the city; it starts when it is decided. */
final class ResponseClocks {

  private ResponseClocks() {}

  static ResponseClock of(Urgency urgency, DecisionContext context) {
    ResponseDeadline deadline = context.directory().responseDeadline(urgency, context.now());
    return new ResponseClock(
        deadline.dueSoonAt(),
        deadline.respondBy(),
        deadline.escalateAt(),
        deadline.endsOnClosedDay());
  }
}
