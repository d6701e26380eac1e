package jp.tsunagu.connector.record;

import java.util.Map;

/**
 * How much waits for an agency.
 *
 * @param counts of each reason; each referral counts once, where it is most urgent
 * @param received how many received ones are open, these included
 */
public record Waiting(Map<Waits, Integer> counts, int received) {

  /** Keeps an unmodifiable copy. */
  public Waiting {
    counts = Map.copyOf(counts);
  }

  /** How many wait for this reason. */
  public int of(Waits why) {
    return counts.getOrDefault(why, 0);
  }

  /** How many received ones are open and wait for nothing now. */
  public int inTime() {
    return received - of(Waits.OVERDUE) - of(Waits.DUE_SOON) - of(Waits.UNOPENED);
  }
}
