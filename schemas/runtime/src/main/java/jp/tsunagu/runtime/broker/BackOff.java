package jp.tsunagu.runtime.broker;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Rests of one thread between tries: each twice as long as the one before, up to a limit, and ended
 * at once when it is told to stop.
 */
public final class BackOff {

  private final GrowingPause pause;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /** Rests that begin with the first and never exceed the longest. */
  public BackOff(Duration first, Duration longest) {
    this.pause = new GrowingPause(first, longest);
  }

  /** Rests, or returns at once when it was told to stop. An interrupt is told to stop, too. */
  public void rest() {
    try {
      if (stopped.await(pause.next().toNanos(), TimeUnit.NANOSECONDS)) {
        pause.reset();
      }
    } catch (InterruptedException _) {
      stop();
      Thread.currentThread().interrupt();
    }
  }

  /** It went well: the next rest is the first again. */
  public void reset() {
    pause.reset();
  }

  /** Ends every rest, from any thread. */
  public void stop() {
    stopped.countDown();
  }

  /** Whether it was told to stop. */
  public boolean isStopped() {
    return stopped.getCount() == 0;
  }
}
