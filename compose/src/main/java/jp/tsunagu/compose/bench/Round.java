package jp.tsunagu.compose.bench;

import java.util.Map;

/**
 * The whole path, the bare broker and the queue, one after the other, as many as possible.
 *
 * @param spent by the network for one referral, from when it was submitted until its receipt is in
 */
record Round(Outcome whole, Map<String, Double> spent, Outcome bare, Outcome queue) {

  /** R1. */
  double ofBare() {
    return whole.perSecond() / bare.perSecond();
  }

  /** R1c, in milliseconds. */
  double processorTime() {
    return processorTime(spent);
  }

  /** Of JVM and PostgreSQL, in milliseconds. */
  static double processorTime(Map<String, Double> spent) {
    return spent.getOrDefault(ProcessMeter.ALL, 0.0) + spent.getOrDefault(DatabaseMeter.CPU, 0.0);
  }

  /** Of the machine's processor time, what neither network nor generator took: 0 to 1. */
  double shareOfOthers() {
    var all = spent.getOrDefault(MachineMeter.CPU, 0.0);
    var others = all - processorTime() - whole.generatorMillis();
    return all == 0 ? 0 : Math.clamp(others / all, 0, 1);
  }

  /** R3. */
  double ofQueue() {
    return whole.perSecond() / queue.perSecond();
  }
}
