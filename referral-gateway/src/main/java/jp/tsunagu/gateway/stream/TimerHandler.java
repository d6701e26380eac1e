package jp.tsunagu.gateway.stream;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.gateway.decision.CaseDecider;
import jp.tsunagu.runtime.broker.Outgoing;

/** Lets deadlines take effect when they are due. */
final class TimerHandler {

  private final CaseStore cases;
  private final TimerStore timers;
  private final CommandJudge judge;
  private final GatewayMetrics metrics;
  private final Consumer<Outgoing> out;

  TimerHandler(GatewayParts parts, CaseStore cases, TimerStore timers, Consumer<Outgoing> out) {
    this.cases = cases;
    this.timers = timers;
    this.judge = new CommandJudge(parts);
    this.metrics = parts.metrics();
    this.out = out;
  }

  /** Handles what is due, but no more than this at once. */
  int handleDue(Instant now, int atMost) {
    List<Timer> due = timers.due(now, atMost);
    for (Timer timer : due) {
      timers.remove(timer);
      handle(timer, now);
    }
    return due.size();
  }

  /** A timer whose clock has stopped or was set anew has no effect. */
  private void handle(Timer timer, Instant now) {
    CaseState before = cases.get(timer.caseId());
    Optional<Change> change =
        Timers.of(before).contains(timer) ? decide(before, timer, now) : Optional.empty();
    if (!before.everProtected()) {
      metrics.timer(timer.kind(), change.isPresent());
    }
    change.ifPresent(effective -> carryOut(before, effective));
  }

  /** A fault of ours costs this one reminder, not everybody's referrals. */
  private Optional<Change> decide(CaseState before, Timer timer, Instant now) {
    try {
      List<CaseEvent> events = CaseDecider.timer(before, timer.referralId(), timer.kind(), now);
      return events.isEmpty() ? Optional.empty() : Optional.of(judge.follow(before, events));
    } catch (RuntimeException fault) {
      metrics.fault("timer");
      FaultLog.report("a timer", fault);
      return Optional.empty();
    }
  }

  private void carryOut(CaseState before, Change change) {
    cases.put(change);
    Timers.added(before, change.after()).forEach(timers::arm);
    change.records().forEach(out);
  }
}
