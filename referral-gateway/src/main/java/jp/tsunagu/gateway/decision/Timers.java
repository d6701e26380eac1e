package jp.tsunagu.gateway.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.jspecify.annotations.Nullable;

/** What the moments of a response clock bring about. Each is told once, in their order. */
final class Timers {

  private Timers() {}

  static List<CaseEvent> reached(CaseState state, Referral leg, TimerKind kind, Instant now) {
    ResponseClock clock = leg.progress().clock();
    if (clock == null) {
      return List.of();
    }
    List<CaseEvent> events = new ArrayList<>();
    for (TimerKind due : toTell(kind, leg.progress().lastTold())) {
      Instant moment = moment(clock, due);
      if (!now.isBefore(moment)) {
        events.add(event(due, header(state, leg, events.size() + 1L, moment, now), leg));
      }
    }
    return events;
  }

  /** The receiver always hears of a missed deadline before the desk does. */
  private static List<TimerKind> toTell(TimerKind kind, @Nullable TimerKind told) {
    boolean soonTold = told != null;
    boolean overdueTold = told == TimerKind.OVERDUE || told == TimerKind.ESCALATE;
    boolean escalated = told == TimerKind.ESCALATE;
    return switch (kind) {
      case DUE_SOON -> soonTold ? List.of() : List.of(TimerKind.DUE_SOON);
      case OVERDUE -> overdueTold ? List.of() : List.of(TimerKind.OVERDUE);
      case ESCALATE -> {
        List<TimerKind> both = List.of(TimerKind.OVERDUE, TimerKind.ESCALATE);
        yield escalated ? List.of() : overdueTold ? List.of(TimerKind.ESCALATE) : both;
      }
      case DOSSIER_OVERDUE -> List.of();
    };
  }

  private static Instant moment(ResponseClock clock, TimerKind kind) {
    return switch (kind) {
      case DUE_SOON -> clock.dueSoonAt();
      case OVERDUE -> clock.respondBy();
      case ESCALATE, DOSSIER_OVERDUE -> clock.escalateAt();
    };
  }

  private static CaseEvent event(TimerKind kind, EventHeader header, Referral leg) {
    return switch (kind) {
      case DUE_SOON -> new ResponseDueSoon(header, leg.referralId());
      case OVERDUE -> new ResponseOverdue(header, leg.referralId());
      case ESCALATE, DOSSIER_OVERDUE -> new OverdueEscalated(header, leg.referralId());
    };
  }

  private static EventHeader header(
      CaseState state, Referral leg, long position, Instant moment, Instant now) {
    long sequence = state.sequence() + position;
    return new EventHeader(
        EventId.of(state.caseId(), sequence),
        state.caseId(),
        sequence,
        leg.referralId().value(),
        new EventTimes(moment, now, now, null),
        new ActedBy(AgencyId.GATEWAY, null, null),
        0,
        state.caseNumber());
  }
}
