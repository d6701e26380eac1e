package jp.tsunagu.compose.bench;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Times from when something was to be begun until it was seen, in nanoseconds, by number; safe for
 * many threads. What was never seen counts as not seen, it does not vanish.
 */
final class Latencies {
  private static final long NOT_SEEN = -1;

  private final long[] begun;
  private final long[] taken;
  private long firstBegun = Long.MAX_VALUE;
  private long lastSeen;
  private final AtomicInteger seen = new AtomicInteger();

  Latencies(int count) {
    begun = new long[count];
    taken = new long[count];
    Arrays.fill(taken, NOT_SEEN);
  }

  /** The moment ({@link System#nanoTime}) at which number {@code index} was to begin. */
  synchronized void begun(int index, long moment) {
    begun[index] = moment;
    firstBegun = Math.min(firstBegun, moment);
  }

  /** Number {@code index} is seen now; only the first time counts. */
  synchronized void seen(int index) {
    if (taken[index] == NOT_SEEN) {
      lastSeen = System.nanoTime();
      taken[index] = lastSeen - begun[index];
      seen.incrementAndGet();
    }
  }

  int seenCount() {
    return seen.get();
  }

  int count() {
    return begun.length;
  }

  /** From when the first was to begin until the latest was seen; never 0. */
  synchronized double seconds() {
    return Math.max(1, lastSeen - firstBegun) / 1e9;
  }

  /** Milliseconds that this share of all did not exceed; infinite where it was not even seen. */
  synchronized double milliseconds(double share) {
    if (taken.length == 0) {
      return 0;
    }
    var sorted = new long[taken.length];
    for (var index = 0; index < taken.length; index++) {
      sorted[index] = taken[index] == NOT_SEEN ? Long.MAX_VALUE : taken[index];
    }
    Arrays.sort(sorted);
    var at = sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
    return at == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : at / 1e6;
  }
}
