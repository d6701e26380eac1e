package jp.tsunagu.compose.bench;

import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Begins things at a fixed rate whether or not the earlier ones are done, and takes their time from
 * when they were to begin: waiting behind a slow one is part of the latency (no coordinated
 * omission).
 *
 * @param perSecond how many begin in a second
 */
record Pacing(int perSecond) {
  private static final long SECOND = 1_000_000_000L;

  /** Begins them all from this thread; {@code begin} must return at once. */
  void run(Latencies latencies, IntConsumer begin) {
    var start = System.nanoTime();
    for (var index = 0; index < latencies.count(); index++) {
      var due = start + index * SECOND / perSecond;
      waitUntil(due);
      latencies.begun(index, due);
      begin.accept(index);
    }
  }

  private static void waitUntil(long moment) {
    var left = moment - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = moment - System.nanoTime();
    }
  }
}
