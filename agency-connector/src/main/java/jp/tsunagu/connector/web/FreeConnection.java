package jp.tsunagu.connector.web;

import java.time.Duration;
import java.util.function.Supplier;
import jp.tsunagu.runtime.broker.BackOff;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Work that needs a connection to the database. Where none was free nothing was done, and it is
 * tried again after pauses that grow, until its time is over.
 */
final class FreeConnection {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private FreeConnection() {}

  /**
   * Does it.
   *
   * @param end of the tries, in {@link System#nanoTime()}; a last pause may reach beyond it
   * @throws CannotCreateTransactionException if no connection was free until then
   */
  static <T> T patiently(long end, Supplier<T> work) {
    BackOff pauses = new BackOff(FIRST_PAUSE, LONGEST_PAUSE);
    while (true) {
      try {
        return work.get();
      } catch (CannotCreateTransactionException busy) {
        if (System.nanoTime() - end >= 0 || pauses.isStopped()) {
          throw busy;
        }
        pauses.rest();
      }
    }
  }
}
