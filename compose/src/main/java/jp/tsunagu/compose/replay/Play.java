package jp.tsunagu.compose.replay;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import jp.tsunagu.compose.console.Console;
import jp.tsunagu.compose.ledger.LedgerReader;
import jp.tsunagu.compose.run.SingleMachine;
import jp.tsunagu.runtime.waiting.BoundedWait;

/** Follows the ledger until every consultation came to the end of its story. */
final class Play {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final SingleMachine machine;
  private final Console console;
  private final LedgerReader ledger;
  private final Course course;
  private final int total;
  private final int silent;

  Play(SingleMachine machine, Console console, LedgerReader ledger, Course course, Plan plan) {
    this.machine = machine;
    this.console = console;
    this.ledger = ledger;
    this.course = course;
    this.total = plan.entries().size();
    this.silent = plan.with(Story.SILENT);
  }

  /** First everything that agencies answer by themselves, then those that must be reminded. */
  void toTheEnd() throws TimeoutException {
    follow(
        "every answer without reminder",
        () -> course.finished() == total - silent && course.silent() == silent);
    letTimePass();
    follow("every silent answer before the desk", () -> course.escalated() == silent);
    follow("every answer after a reminder", () -> course.finished() == total);
    follow("every arrival", this::everythingArrived);
  }

  private boolean everythingArrived() {
    var sums = new Sums(course.events());
    return sums.handovers() == sums.arrivals();
  }

  private void letTimePass() {
    var now = machine.clock().instant();
    course
        .lastEscalation()
        .map(last -> Duration.between(now, last.plus(MARGIN)))
        .filter(Duration::isPositive)
        .ifPresent(
            ahead -> {
              machine.clock().advance(ahead);
              console.line(
                  "%d件は返事がありません。網の時計を %d時間 進めます(期限超過 → 調整窓口 → 催促)。", silent, ahead.toHours());
            });
  }

  private void follow(String what, BooleanSupplier condition) throws TimeoutException {
    BoundedWait.until(
        what,
        PATIENCE,
        () -> {
          course.add(ledger.next());
          console.bar("相談", course.finished(), total);
          return condition.getAsBoolean();
        });
  }
}
