package jp.tsunagu.stats.figure;

import java.time.Duration;

/**
 * How long something took: the maximum, and everything where only one was timed, exactly; the rest
 * within 0.5 % of the exact value.
 *
 * @param count how often; all durations are zero where it is 0
 */
public record DurationSummary(
    long count, Duration median, Duration p90, Duration p99, Duration max) {

  /** Nothing was timed. */
  public static final DurationSummary NONE =
      new DurationSummary(0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
}
