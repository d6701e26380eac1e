package jp.tsunagu.compose.bench;

import org.jspecify.annotations.Nullable;

/**
 * Latencies at a rate.
 *
 * @param whole of the whole path; none where the machine does not carry so many
 * @param bare of the bare broker; none where the whole path was not measured
 */
record Pace(int perSecond, @Nullable Outcome whole, @Nullable Outcome bare) {

  /** R2: p99 of the whole path to that of the bare broker; not a number where not measured. */
  double ofBare() {
    return whole == null || bare == null ? Double.NaN : whole.p99() / bare.p99();
  }
}
