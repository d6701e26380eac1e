package jp.tsunagu.gateway.stream;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Which commands ask for a commit of their own: the first after a rest, so that its decision is
 * visible at once where little comes. What follows is committed together, by the interval of Kafka
 * Streams. One for all tasks, whatever partitions the commands come from.
 */
final class CommitPace {

  private final long restNanos;
  private final LongSupplier nanoTime;
  private final AtomicLong last;

  /**
   * A pace at which nothing has come yet.
   *
   * @param rest how long nothing came before a first one
   * @param nanoTime as {@link System#nanoTime}
   */
  CommitPace(Duration rest, LongSupplier nanoTime) {
    this.restNanos = rest.toNanos();
    this.nanoTime = nanoTime;
    this.last = new AtomicLong(nanoTime.getAsLong() - restNanos);
  }

  /** Something came; whether it was the first after a rest. */
  boolean isFirst() {
    long now = nanoTime.getAsLong();
    return now - last.getAndSet(now) >= restNanos;
  }
}
