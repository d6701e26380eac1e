package jp.tsunagu.compose.waiting;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Doing nothing for a while, or until a moment. */
public final class Rest {
  private Rest() {}

  /** Does nothing for so long. */
  public static void of(Duration length) {
    until(System.nanoTime() + length.toNanos());
  }

  /**
   * Does nothing until then; returns at once when the thread is interrupted.
   *
   * @param moment by {@link System#nanoTime()}
   */
  public static void until(long moment) {
    var left = moment - System.nanoTime();
    while (left > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(left);
      left = moment - System.nanoTime();
    }
  }
}
