package jp.tsunagu.compose.bench;

import java.util.Map;

/** Counts something of the network from one moment to another. */
interface Meter {
  /** From now on. */
  void begin();

  /** Since {@link #begin}: what it is called, with its unit, and how much; in order. */
  Map<String, Double> spent();
}
