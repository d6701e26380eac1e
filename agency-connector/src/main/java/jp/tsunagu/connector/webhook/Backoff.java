package jp.tsunagu.connector.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Pauses between attempts: doubling up to a longest one, with a quarter of jitter either way. */
final class Backoff {

  private static final double JITTER = 0.25;
  private static final int MOST_DOUBLINGS = 20;

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;

  Backoff(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
  }

  /** The pause after this many failures, at least one. */
  Duration after(int failures) {
    int doublings = Math.min(Math.max(failures, 1) - 1, MOST_DOUBLINGS);
    long plain = Math.min(longest.toMillis(), first.toMillis() << doublings);
    double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
    return Duration.ofMillis(Math.round(plain * factor));
  }
}
