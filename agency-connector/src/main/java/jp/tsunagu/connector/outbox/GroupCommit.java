package jp.tsunagu.connector.outbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;

/**
 * Stores what comes at the same time in one transaction: the first is stored at once, and what
 * comes meanwhile is stored together next. Whoever waits does the storing for all who wait, so
 * there is no thread where nothing comes, and nothing that would have to be stopped.
 *
 * @param <T> what is stored
 * @param <R> what becomes of it
 */
final class GroupCommit<T, R> {

  /** So many are stored together. */
  static final int LARGEST = 100;

  /** What is stored together lies in memory a second time. */
  static final int MOST_BYTES = 8 << 20;

  static final int MOST_WAITING = 1_000;

  /** So long the outcome is waited for once the storing has begun. */
  private static final long STORED_WITHIN = Duration.ofSeconds(20).toNanos();

  private final Function<List<T>, List<R>> transaction;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Waiting<T, R>> queue = new ArrayDeque<>();
  private boolean storing;

  /**
   * Commits groups.
   *
   * @param transaction stores all of them or none, and gives what became of each in their order
   */
  GroupCommit(Function<List<T>, List<R>> transaction) {
    this.transaction = transaction;
  }

  private enum Stage {
    WAITING,
    BEING_STORED,
    DONE
  }

  /** Somebody who waits; what is not final is guarded by the lock. */
  private static final class Waiting<T, R> {
    private final T item;
    private final int bytes;
    private final Condition changed;
    private Stage stage = Stage.WAITING;
    private @Nullable R outcome;
    private @Nullable RuntimeException failure;

    Waiting(T item, int bytes, Condition changed) {
      this.item = item;
      this.bytes = bytes;
      this.changed = changed;
    }
  }

  /**
   * Stores it, alone or with others. What cannot be stored fails alone.
   *
   * @param bytes about how much memory it takes
   * @param patience how long it may wait for its turn
   * @throws CannotCreateTransactionException when too many wait, when it did not come to its turn
   *     in time, or when no connection was free: it is not stored
   * @throws TransactionTimedOutException when it is being stored and has not been in time: whether
   *     it is stored is not known
   */
  R submit(T item, int bytes, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    Waiting<T, R> mine = new Waiting<>(item, bytes, lock.newCondition());
    join(mine);
    List<Waiting<T, R>> group = turn(mine, end);
    while (!group.isEmpty()) {
      try {
        store(group);
      } finally {
        pass(group);
      }
      group = turn(mine, end);
    }
    if (mine.failure != null) {
      throw mine.failure;
    }
    return Objects.requireNonNull(mine.outcome);
  }

  /** How many wait for their turn now. */
  int waiting() {
    lock.lock();
    try {
      return queue.size();
    } finally {
      lock.unlock();
    }
  }

  private void join(Waiting<T, R> mine) {
    lock.lock();
    try {
      if (queue.size() >= MOST_WAITING) {
        throw new CannotCreateTransactionException("too many submissions wait");
      }
      queue.add(mine);
    } finally {
      lock.unlock();
    }
  }

  /** Waits; gives what its thread is to store now, or nothing once its own was stored. */
  private List<Waiting<T, R>> turn(Waiting<T, R> mine, long end) {
    lock.lock();
    try {
      while (mine.stage != Stage.DONE && storing) {
        long last = mine.stage == Stage.WAITING ? end : end + STORED_WITHIN;
        long left = last - System.nanoTime();
        if (left > 0) {
          long _ = mine.changed.awaitNanos(left);
        } else {
          giveUp(mine);
        }
      }
      if (mine.stage == Stage.DONE) {
        return List.of();
      }
      storing = true;
      return next();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      giveUp(mine);
      return List.of();
    } finally {
      lock.unlock();
    }
  }

  private void giveUp(Waiting<T, R> mine) {
    switch (mine.stage) {
      case WAITING -> {
        queue.remove(mine);
        wakeFirst();
        throw new CannotCreateTransactionException("the turn did not come in time");
      }
      case BEING_STORED ->
          throw new TransactionTimedOutException("the storing did not end in time");
      case DONE -> {}
    }
  }

  private List<Waiting<T, R>> next() {
    List<Waiting<T, R>> group = new ArrayList<>();
    int bytes = 0;
    while (!queue.isEmpty() && group.size() < LARGEST) {
      bytes += queue.element().bytes;
      if (bytes > MOST_BYTES && !group.isEmpty()) {
        break;
      }
      Waiting<T, R> first = queue.remove();
      first.stage = Stage.BEING_STORED;
      group.add(first);
    }
    return group;
  }

  /** Who is first in the queue goes on where nobody stores. */
  private void wakeFirst() {
    if (!storing && !queue.isEmpty()) {
      queue.element().changed.signal();
    }
  }

  private void pass(List<Waiting<T, R>> group) {
    lock.lock();
    try {
      for (Waiting<T, R> each : group) {
        if (each.outcome == null && each.failure == null) {
          each.failure = new TransactionTimedOutException("the storing broke off");
        }
        each.stage = Stage.DONE;
        each.changed.signal();
      }
      storing = false;
      wakeFirst();
    } finally {
      lock.unlock();
    }
  }

  /** All together; where that fails, each for itself. */
  private void store(List<Waiting<T, R>> group) {
    try {
      List<R> outcomes = transaction.apply(group.stream().map(each -> each.item).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).outcome = outcomes.get(i);
      }
    } catch (CannotCreateTransactionException none) {
      group.forEach(each -> each.failure = none);
    } catch (RuntimeException failed) {
      if (group.size() == 1) {
        group.getFirst().failure = failed;
      } else {
        storeEach(group);
      }
    }
  }

  private void storeEach(List<Waiting<T, R>> group) {
    for (Waiting<T, R> each : group) {
      store(List.of(each));
      if (each.failure instanceof CannotCreateTransactionException none) {
        group.stream()
            .filter(other -> other.outcome == null && other.failure == null)
            .forEach(other -> other.failure = none);
        return;
      }
    }
  }
}
