package jp.tsunagu.stats.figure;

import java.util.Arrays;

/**
 * The longest of durations that come and go, exactly. Only a few of the longest are kept; when all
 * of these went, nobody knows which is the longest, and they have to be counted anew.
 */
final class Longest {

  private static final int KEPT = 4;

  /** In order; whatever is longer than the first of them is here. */
  private long[] kept = {};

  private boolean shorterOnesLeftOut;

  void add(long milliseconds) {
    if (shorterOnesLeftOut && (kept.length == 0 || milliseconds < kept[0])) {
      return;
    }
    long[] more = Arrays.copyOf(kept, kept.length + 1);
    more[kept.length] = milliseconds;
    Arrays.sort(more);
    shorterOnesLeftOut |= more.length > KEPT;
    kept = more.length > KEPT ? Arrays.copyOfRange(more, 1, more.length) : more;
  }

  void remove(long milliseconds) {
    int place = Arrays.binarySearch(kept, milliseconds);
    if (place >= 0) {
      long[] fewer = Arrays.copyOf(kept, kept.length - 1);
      System.arraycopy(kept, place + 1, fewer, place, fewer.length - place);
      kept = fewer;
    }
  }

  /** Whether the longest is not known any more. */
  boolean isUncertain() {
    return kept.length == 0 && shorterOnesLeftOut;
  }

  /** The longest in milliseconds; 0 for none. */
  long milliseconds() {
    return kept.length == 0 ? 0 : kept[kept.length - 1];
  }
}
