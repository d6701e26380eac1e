package jp.tsunagu.runtime.waiting;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for something that will be true soon, never for ever. */
public final class BoundedWait {
  private static final Duration STEP = Duration.ofMillis(50);

  private BoundedWait() {}

  /**
   * Asks again and again until the answer is yes.
   *
   * @param what names what was waited for in the exception
   * @throws TimeoutException when it did not come true in time, or the thread was interrupted
   */
  public static void until(String what, Duration patience, BooleanSupplier condition)
      throws TimeoutException {
    var deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
        throw new TimeoutException(what + " did not happen within " + patience.toSeconds() + " s");
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
  }
}
