package jp.tsunagu.gateway.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.lifecycle.ActedBy;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.EventTimes;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.OverdueEscalated;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ResponseDueSoon;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ResponseOverdue;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.contract.lifecycle.TimerKind;

/**
 * What the moments of a case's running response clocks bring about. Each is told once, in their
 * order; of one moment the receiver hears before the desk does.
 */
final class Timers {

  private Timers() {}

  /** A moment that has not been told. */
  private record Moment(Instant at, Referral leg, TimerKind kind) {}

  static List<CaseEvent> reached(CaseState state, Instant now) {
    List<CaseEvent> events = new ArrayList<>();
    untold(state)
        .filter(moment -> !moment.at().isAfter(now))
        .forEach(moment -> events.add(event(state, moment, events.size() + 1L, now)));
    return events;
  }

  static Optional<Instant> next(CaseState state) {
    return untold(state).map(Moment::at).findFirst();
  }

  private static Stream<Moment> untold(CaseState state) {
    return state.referrals().stream()
        .flatMap(Timers::untold)
        .sorted(Comparator.comparing(Moment::at));
  }

  private static Stream<Moment> untold(Referral leg) {
    ResponseClock clock = leg.progress().clock();
    TimerKind told = leg.progress().lastTold();
    return clock == null
        ? Stream.empty()
        : Stream.of(
                new Moment(clock.dueSoonAt(), leg, TimerKind.DUE_SOON),
                new Moment(clock.respondBy(), leg, TimerKind.OVERDUE),
                new Moment(clock.escalateAt(), leg, TimerKind.ESCALATE))
            .filter(moment -> told == null || moment.kind().compareTo(told) > 0);
  }

  private static CaseEvent event(CaseState state, Moment moment, long position, Instant now) {
    EventHeader header = header(state, moment, position, now);
    return switch (moment.kind()) {
      case DUE_SOON -> new ResponseDueSoon(header, moment.leg().referralId());
      case OVERDUE -> new ResponseOverdue(header, moment.leg().referralId());
      case ESCALATE, DOSSIER_OVERDUE -> new OverdueEscalated(header, moment.leg().referralId());
    };
  }

  private static EventHeader header(CaseState state, Moment moment, long position, Instant now) {
    long sequence = state.sequence() + position;
    return new EventHeader(
        EventId.of(state.caseId(), sequence),
        state.caseId(),
        sequence,
        moment.leg().referralId().value(),
        new EventTimes(moment.at(), now, now, null),
        new ActedBy(AgencyId.GATEWAY, null, null),
        0,
        state.caseNumber());
  }
}
