package jp.tsunagu.gateway.stream;

import java.util.HashSet;
import java.util.Set;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.contract.lifecycle.TimerKind;

/** The timers that a case's running clocks ask for. */
final class Timers {

  private Timers() {}

  /** All of this state. */
  static Set<Timer> of(CaseState state) {
    Set<Timer> timers = new HashSet<>();
    state.referrals().forEach(leg -> add(state.caseId(), leg, timers));
    return timers;
  }

  /** Those that this change added. */
  static Set<Timer> added(CaseState before, CaseState after) {
    Set<Timer> timers = of(after);
    timers.removeAll(of(before));
    return timers;
  }

  private static void add(CaseId caseId, Referral leg, Set<Timer> timers) {
    ResponseClock clock = leg.progress().clock();
    if (clock != null) {
      timers.add(new Timer(clock.dueSoonAt(), caseId, leg.referralId(), TimerKind.DUE_SOON));
      timers.add(new Timer(clock.respondBy(), caseId, leg.referralId(), TimerKind.OVERDUE));
      timers.add(new Timer(clock.escalateAt(), caseId, leg.referralId(), TimerKind.ESCALATE));
    }
  }
}
