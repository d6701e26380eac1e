package jp.tsunagu.stats.publish;

/** How many rounds to wait before looking again: twice as many each time, up to a limit. */
final class Patience {

  private static final int LONGEST = 12;

  private int pause = 1;
  private int left;

  /** Whether this round may look; every question is one round. */
  boolean isOver() {
    if (left > 0) {
      left--;
    }
    return left == 0;
  }

  /** It was in vain: how many rounds to wait now. */
  int next() {
    left = pause;
    pause = Math.min(LONGEST, pause * 2);
    return left;
  }
}
