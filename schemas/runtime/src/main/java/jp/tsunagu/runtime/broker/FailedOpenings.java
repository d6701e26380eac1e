package jp.tsunagu.runtime.broker;

/**
 * How often in a row local state did not open, and whether the next life begins without it: after
 * three tries, and at most three times until one runs. For one thread.
 */
final class FailedOpenings {

  static final int TRIES = 3;
  private static final int MOST_REMOVALS = 3;

  private int tries;
  private int removals;

  /** A life has failed. */
  void failed(boolean becauseOfTheState) {
    tries = becauseOfTheState ? tries + 1 : 0;
  }

  /** Whether the local state is to be removed now; if so, the tries are counted anew. */
  boolean isRemovalDue() {
    if (tries < TRIES || removals == MOST_REMOVALS) {
      return false;
    }
    tries = 0;
    removals++;
    return true;
  }

  /** A life runs. */
  void ran() {
    tries = 0;
    removals = 0;
  }
}
