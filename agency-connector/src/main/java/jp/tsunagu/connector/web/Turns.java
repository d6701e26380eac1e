package jp.tsunagu.connector.web;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Posts that are read wait for their turn with the database, so that many at once do not take the
 * connections from one another, from readers and from the relays.
 */
@Component
final class Turns {

  private final Semaphore turns;

  /**
   * Turns with a pool.
   *
   * @param connections of the pool; half of them are for posts
   */
  Turns(@Value("${spring.datasource.hikari.maximum-pool-size:10}") int connections) {
    this.turns = new Semaphore(Math.max(1, connections / 2), true);
  }

  /**
   * Does it once its turn has come and a connection is free.
   *
   * @param end of the tries, in {@link System#nanoTime()}
   * @throws CannotCreateTransactionException if that was not so until then
   */
  <T> T take(long end, Supplier<T> work) {
    try {
      if (!turns.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw new CannotCreateTransactionException("the turn did not come in time");
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new CannotCreateTransactionException("stopped while waiting for the turn");
    }
    try {
      return FreeConnection.patiently(end, work);
    } finally {
      turns.release();
    }
  }
}
