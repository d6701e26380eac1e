package jp.tsunagu.stats.run;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.stream.Watch;
import jp.tsunagu.stats.view.ChangesHere;

/**
 * Collects what changes on the stream's threads, and what other instances tell of theirs, and hands
 * it on in small lots; the last thousand lots are kept for those who were away for a moment.
 */
public final class ChangeFeed implements Watch {

  /** Stands for the tables that are made of facts and not of buckets. */
  static final String TABLES = "tables";

  private final Lots all = new Lots();
  private final Lots own = new Lots();
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
  private final Counter repeated;
  private final Counter takenIn;
  private final MeterRegistry registry;
  private final String life = UUID.randomUUID().toString();
  private final Semaphore news = new Semaphore(0);
  private Set<String> pending = new HashSet<>();
  private Set<String> pendingHere = new HashSet<>();

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
      buckets.forEach(
          key -> {
            pending.add(key.code());
            pendingHere.add(key.code());
          });
    }
    news.release();
  }

  @Override
  public void tablesChanged() {
    synchronized (this) {
      pending.add(TABLES);
      pendingHere.add(TABLES);
    }
    news.release();
  }

  /** Another instance tells of these buckets. */
  void heard(Set<String> buckets) {
    synchronized (this) {
      pending.addAll(buckets);
    }
    news.release();
  }

  /** What another instance changed may have been missed: every reader has to ask for everything. */
  void missed() {
    Change nothing = all.lose();
    listeners.forEach(listener -> listener.accept(nothing));
  }

  @Override
  public void putAside(String reason) {
    registry.counter("tsunagu.stats.records.put.aside", "reason", reason).increment();
  }

  @Override
  public void repeated() {
    repeated.increment();
  }

  /** Waits until something has changed since the last time, but no longer than this. */
  void awaitNews(Duration patience) throws InterruptedException {
    if (news.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      news.drainPermits();
    }
  }

  /** Hands on what has changed since the last time. */
  public void handOn() {
    next().ifPresent(change -> listeners.forEach(listener -> listener.accept(change)));
  }

  private synchronized Optional<Change> next() {
    if (!pendingHere.isEmpty()) {
      own.add(pendingHere);
      pendingHere = new HashSet<>();
    }
    if (pending.isEmpty()) {
      return Optional.empty();
    }
    Change change = all.add(pending);
    pending = new HashSet<>();
    return Optional.of(change);
  }

  /** The number of the last lot. */
  public long last() {
    return all.last();
  }

  /** The lots after this one; empty if they are not all kept any more. */
  public Optional<List<Change>> since(long seen) {
    return all.since(seen);
  }

  /**
   * What changed here, for another instance.
   *
   * @param asked the life in which it asked last
   * @param seen the number of the last lot it was told then
   */
  public ChangesHere here(String asked, long seen) {
    Optional<List<Change>> lots = asked.equals(life) ? own.since(seen) : Optional.empty();
    Set<String> buckets = new TreeSet<>();
    long last = own.last();
    if (lots.isPresent()) {
      lots.get().forEach(lot -> buckets.addAll(lot.buckets()));
      last = lots.get().isEmpty() ? seen : lots.get().getLast().number();
    }
    return new ChangesHere(life, last, lots.isPresent(), buckets);
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
