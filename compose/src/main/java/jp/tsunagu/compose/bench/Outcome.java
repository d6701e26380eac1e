package jp.tsunagu.compose.bench;

import java.util.Locale;

/**
 * What came of an order. Latencies are from when a submission was due until it was visible at the
 * receiver, in milliseconds; infinite where it was not even seen.
 *
 * @param perSecond from the first submission until the last one was visible
 * @param generatorMillis processor time of the generator for each
 */
record Outcome(
    int count,
    int seen,
    double perSecond,
    double p50,
    double p90,
    double p99,
    double longest,
    double generatorMillis) {

  static Outcome of(Latencies latencies, double generatorMillis) {
    return new Outcome(
        latencies.count(),
        latencies.seenCount(),
        latencies.seenCount() / latencies.seconds(),
        latencies.milliseconds(0.5),
        latencies.milliseconds(0.9),
        latencies.milliseconds(0.99),
        latencies.milliseconds(1),
        generatorMillis);
  }

  /** Whether every one of them was seen. */
  boolean isWhole() {
    return seen == count;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "p50 %.1f ms, p90 %.1f, p99 %.1f, %d of %d", p50, p90, p99, seen, count);
  }
}
