package jp.tsunagu.gateway.stream;

import java.time.Duration;
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

  /** When a case is looked at again that could not be judged. */
  static final Duration AGAIN_AFTER = Duration.ofHours(1);

  private final CaseStore cases;
  private final Memory memory;
  private final CommandJudge judge;
  private final GatewayMetrics metrics;
  private final Consumer<Outgoing> out;
  private final int incarnation;

  TimerHandler(GatewayParts parts, CaseStore cases, Memory memory, Consumer<Outgoing> out) {
    this.cases = cases;
    this.memory = memory;
    this.judge = new CommandJudge(parts);
    this.metrics = parts.metrics();
    this.out = out;
    this.incarnation = parts.network().settings().incarnation();
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

  /**
   * A moment of a clock that has stopped or was set anew has no effect. A fault of ours puts off
   * what is due of this one case, not everybody's referrals.
   */
  private void handle(Timer timer, Instant now) {
    try {
      CaseState before = CommandFault.guard(() -> cases.get(timer.caseId()));
      Optional<Change> change = CommandFault.guard(() -> decide(before, now));
      if (!before.everProtected()) {
        metrics.timer(change.isPresent());
      }
      change.ifPresent(this::carryOut);
    } catch (CommandFault fault) {
      metrics.fault("timer");
      FaultLog.report("a timer", fault.fault());
      memory.arm(new Timer(now.plus(AGAIN_AFTER), timer.caseId()));
    }
  }

  private Optional<Change> decide(CaseState before, Instant now) {
    List<CaseEvent> events = CaseDecider.due(before, now, incarnation);
    return events.isEmpty() ? Optional.empty() : Optional.of(judge.follow(before, events));
  }

  private void carryOut(Change change) {
    cases.put(change);
    change.next().ifPresent(memory::arm);
    change.records().forEach(out);
  }
}
