package jp.tsunagu.runtime.broker;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes everybody who waits for news; nothing is lost between looking and waiting. */
public final class Signal {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition raised = lock.newCondition();
  private long count;

  /** How often it was raised; take it before looking for work. */
  public long count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  /** Wakes all who wait. */
  public void raise() {
    lock.lock();
    try {
      count++;
      raised.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until it was raised more often than {@code seen}, or the time is over.
   *
   * @return whether it was raised
   * @throws InterruptedException when the waiting thread is asked to end
   */
  public boolean awaitBeyond(long seen, Duration atMost) throws InterruptedException {
    long remaining = atMost.toNanos();
    lock.lockInterruptibly();
    try {
      while (count <= seen && remaining > 0) {
        remaining = raised.awaitNanos(remaining);
      }
      return count > seen;
    } finally {
      lock.unlock();
    }
  }
}
