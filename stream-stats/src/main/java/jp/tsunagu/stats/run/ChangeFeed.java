package jp.tsunagu.stats.run;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.stream.Watch;

/**
 * Collects what changes on the stream's threads and hands it on in small lots; the last thousand
 * lots are kept for those who were away for a moment.
 */
public final class ChangeFeed implements Watch {

  private static final int KEPT = 1_000;

  private final Deque<Change> kept = new ArrayDeque<>();
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
  private final Counter repeated;
  private final Counter takenIn;
  private final MeterRegistry registry;
  private Set<String> pending = new HashSet<>();
  private long number;

  /** A feed that counts in this registry. */
  public ChangeFeed(MeterRegistry registry) {
    this.registry = registry;
    this.repeated = registry.counter("tsunagu.stats.events.repeated");
    this.takenIn = registry.counter("tsunagu.stats.events");
    registry.counter("tsunagu.stats.records.put.aside", "reason", "NOT_FRAMED");
  }

  @Override
  public void takenIn() {
    takenIn.increment();
  }

  @Override
  public void changed(Set<BucketKey> buckets) {
    synchronized (this) {
      buckets.forEach(key -> pending.add(key.code()));
    }
  }

  @Override
  public void putAside(String reason) {
    registry.counter("tsunagu.stats.records.put.aside", "reason", reason).increment();
  }

  @Override
  public void repeated() {
    repeated.increment();
  }

  /** Hands on what has changed since the last time. */
  public void handOn() {
    next().ifPresent(change -> listeners.forEach(listener -> listener.accept(change)));
  }

  private synchronized Optional<Change> next() {
    if (pending.isEmpty()) {
      return Optional.empty();
    }
    Change change = new Change(++number, pending);
    pending = new HashSet<>();
    kept.addLast(change);
    if (kept.size() > KEPT) {
      kept.removeFirst();
    }
    return Optional.of(change);
  }

  /** The number of the last lot. */
  public synchronized long last() {
    return number;
  }

  /** The lots after this one; empty if they are not all kept any more. */
  public synchronized Optional<List<Change>> since(long seen) {
    boolean complete = seen == number || (!kept.isEmpty() && kept.getFirst().number() <= seen + 1);
    return complete && seen <= number
        ? Optional.of(kept.stream().filter(change -> change.number() > seen).toList())
        : Optional.empty();
  }

  /** Tells this listener of every lot from now on. */
  public void subscribe(Consumer<Change> listener) {
    listeners.add(listener);
  }

  /** Tells this listener nothing more. */
  public void unsubscribe(Consumer<Change> listener) {
    listeners.remove(listener);
  }
}
