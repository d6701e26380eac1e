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
  private final Memory memory;
  private final CommandJudge judge;
  private final GatewayMetrics metrics;
  private final Consumer<Outgoing> out;

  TimerHandler(GatewayParts parts, CaseStore cases, Memory memory, Consumer<Outgoing> out) {
    this.cases = cases;
    this.memory = memory;
    this.judge = new CommandJudge(parts);
    this.metrics = parts.metrics();
    this.out = out;
  }

  /** Looks at the cases of which something is due, but at no more than this at once. */
  int handleDue(Instant now, int atMost) {
    List<Timer> due = memory.due(now, atMost);
    for (Timer timer : due) {
      memory.remove(timer);
      handle(timer, now);
    }
    return due.size();
  }

  /** A moment of a clock that has stopped or was set anew has no effect. */
  private void handle(Timer timer, Instant now) {
    CaseState before = cases.get(timer.caseId());
    Optional<Change> change = decide(before, now);
    if (!before.everProtected()) {
      metrics.timer(change.isPresent());
    }
    change.ifPresent(effective -> carryOut(before, effective));
  }

  /** A fault of ours costs what is due by now of this one case, not everybody's referrals. */
  private Optional<Change> decide(CaseState before, Instant now) {
    try {
      List<CaseEvent> events = CaseDecider.due(before, now);
      return events.isEmpty() ? Optional.empty() : Optional.of(judge.follow(before, events));
    } catch (RuntimeException fault) {
      metrics.fault("timer");
      FaultLog.report("a timer", fault);
      CaseDecider.nextDue(before, now)
          .ifPresent(next -> memory.arm(new Timer(next, before.caseId())));
      return Optional.empty();
    }
  }

  private void carryOut(CaseState before, Change change) {
    cases.put(change);
    memory.follow(before, change.after());
    change.records().forEach(out);
  }
}
