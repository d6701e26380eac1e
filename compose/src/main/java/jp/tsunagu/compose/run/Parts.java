package jp.tsunagu.compose.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import jp.tsunagu.runtime.waiting.BoundedWait;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was started, to be stopped in the opposite order, whatever fails on the way. It can be
 * closed in the middle of a start, from another thread: what is just starting is waited for, so
 * that it can be stopped, and nothing more is started.
 */
final class Parts implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Parts.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** In the order of their start; those that are not up yet have no resource. */
  private final NavigableMap<Integer, Part> begun = new TreeMap<>();

  private final Progress progress;
  private boolean closing;

  Parts(Progress progress) {
    this.progress = progress;
  }

  private record Part(String name, @Nullable AutoCloseable resource) {}

  /** Something that can be started. */
  record Start<T extends AutoCloseable>(String name, Supplier<T> how) {}

  /**
   * Starts two parts side by side and waits for both; the second one is stopped before the first.
   *
   * @throws CompletionException when one of them failed; the other one is kept, to be stopped
   */
  <A extends AutoCloseable, B extends AutoCloseable> Both<A, B> startTogether(
      Start<A> first, Start<B> second) {
    var place = begin(first);
    var next = begin(second);
    try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      var one = CompletableFuture.supplyAsync(() -> started(place, first), threads);
      var other = CompletableFuture.supplyAsync(() -> started(next, second), threads);
      var failure = failureOf(List.of(one, other));
      if (failure != null) {
        throw failure;
      }
      return new Both<>(one.join(), other.join());
    }
  }

  /** Starts one part and waits for it. */
  <T extends AutoCloseable> T start(Start<T> start) {
    return started(begin(start), start);
  }

  /** Two started parts. */
  record Both<A, B>(A first, B second) {}

  private synchronized int begin(Start<?> start) {
    if (closing) {
      throw new IllegalStateException("stopping: " + start.name + " is not started any more");
    }
    var place = begun.isEmpty() ? 0 : begun.lastKey() + 1;
    begun.put(place, new Part(start.name, null));
    return place;
  }

  private <T extends AutoCloseable> T started(int place, Start<T> start) {
    var since = System.nanoTime();
    try {
      var resource = start.how.get();
      log.info("{} started in {} ms", start.name, millisSince(since));
      up(place, new Part(start.name, resource));
      return resource;
    } catch (RuntimeException | Error failed) {
      failed(place);
      throw failed;
    }
  }

  private synchronized void up(int place, Part part) {
    begun.put(place, part);
    if (!closing) {
      progress.up(part.name);
    }
  }

  private synchronized void failed(int place) {
    begun.remove(place);
  }

  private static @Nullable CompletionException failureOf(
      List<? extends CompletableFuture<?>> starts) {
    var failures = new ArrayList<CompletionException>();
    for (var start : starts) {
      try {
        start.join();
      } catch (CompletionException exception) {
        failures.add(exception);
      }
    }
    return failures.isEmpty() ? null : failures.getFirst();
  }

  /** Stops what runs, the latest first; a part that fails to stop does not keep the others up. */
  @Override
  public void close() {
    synchronized (this) {
      closing = true;
    }
    try {
      BoundedWait.until("the end of what was just starting", PATIENCE, this::nothingIsStarting);
    } catch (TimeoutException exception) {
      log.warn("{}; what runs is stopped without it", exception.getMessage());
    }
    for (var part = latest(); part != null; part = latest()) {
      close(part);
    }
  }

  private synchronized boolean nothingIsStarting() {
    return begun.values().stream().allMatch(part -> part.resource != null);
  }

  private synchronized @Nullable Part latest() {
    var last = begun.pollLastEntry();
    return last == null ? null : last.getValue();
  }

  private static void close(Part part) {
    if (part.resource == null) {
      return;
    }
    var since = System.nanoTime();
    try {
      part.resource.close();
      log.info("{} stopped in {} ms", part.name, millisSince(since));
    } catch (Exception exception) {
      log.error("{} did not stop cleanly", part.name, exception);
    }
  }

  private static long millisSince(long begun) {
    return (System.nanoTime() - begun) / 1_000_000;
  }
}
