package jp.tsunagu.compose.bench;

import java.util.function.IntConsumer;
import jp.tsunagu.compose.waiting.Rest;

/**
 * Begins things at a fixed rate whether or not the earlier ones are done, and takes their time from
 * when they were to begin: waiting behind a slow one is part of the latency (no coordinated
 * omission).
 *
 * @param perSecond how many begin in a second; 0 means as fast as possible
 */
record Pacing(int perSecond) {
  static final Pacing ALL_AT_ONCE = new Pacing(0);

  private static final long SECOND = 1_000_000_000L;

  static Pacing of(Order order) {
    return new Pacing(order.perSecond());
  }

  boolean isAsFastAsPossible() {
    return perSecond == 0;
  }

  /** Begins them all from this thread; {@code begin} must return at once. */
  void run(Latencies latencies, IntConsumer begin) {
    var start = System.nanoTime();
    for (var index = 0; index < latencies.count(); index++) {
      var due = isAsFastAsPossible() ? System.nanoTime() : start + index * SECOND / perSecond;
      Rest.until(due);
      latencies.begun(index, due);
      begin.accept(index);
    }
  }
}
