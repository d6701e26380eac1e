package jp.tsunagu.stats.figure;

import java.util.Arrays;

/**
 * The longest of durations that come and go, exactly. Only a few of the longest are kept; when all
 * of these went, nobody knows which is the longest, and they have to be counted anew.
 */
final class Longest {

  /** So many that they hardly ever all go: then every case has to be counted anew. */
  private static final int KEPT = 16;

  private static final int FIRST_ROOM = 2;

  /** The first of them, in order; whatever is longer than the very first is here. */
  private long[] kept = {};

  private int size;
  private boolean shorterOnesLeftOut;

  void add(long milliseconds) {
    if (shorterOnesLeftOut && (size == 0 || milliseconds < kept[0])) {
      return;
    }
    int found = Arrays.binarySearch(kept, 0, size, milliseconds);
    int place = found < 0 ? -found - 1 : found;
    if (size == KEPT) {
      shorterOnesLeftOut = true;
      if (place > 0) {
        System.arraycopy(kept, 1, kept, 0, place - 1);
        kept[place - 1] = milliseconds;
      }
    } else {
      if (size == kept.length) {
        kept = Arrays.copyOf(kept, Math.clamp(2L * size, FIRST_ROOM, KEPT));
      }
      System.arraycopy(kept, place, kept, place + 1, size - place);
      kept[place] = milliseconds;
      size++;
    }
  }

  void remove(long milliseconds) {
    int place = Arrays.binarySearch(kept, 0, size, milliseconds);
    if (place >= 0) {
      size--;
      System.arraycopy(kept, place + 1, kept, place, size - place);
    }
  }

  /** Whether the longest is not known any more. */
  boolean isUncertain() {
    return size == 0 && shorterOnesLeftOut;
  }

  /** The longest in milliseconds; 0 for none. */
  long milliseconds() {
    return size == 0 ? 0 : kept[size - 1];
  }
}
