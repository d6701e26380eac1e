package jp.tsunagu.compose.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, to be stopped in the opposite order, whatever fails on the way. */
final class Parts implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Parts.class);

  private final Deque<Part> started = new ArrayDeque<>();
  private final Progress progress;

  Parts(Progress progress) {
    this.progress = progress;
  }

  private record Part(String name, AutoCloseable resource) {}

  /** Something that can be started. */
  record Start<T extends AutoCloseable>(String name, Supplier<T> how) {}

  /**
   * Starts two parts side by side and waits for both; the second one is stopped before the first.
   *
   * @throws CompletionException when one of them failed; the other one is kept, to be stopped
   */
  <A extends AutoCloseable, B extends AutoCloseable> Both<A, B> startTogether(
      Start<A> first, Start<B> second) {
    try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      var one = CompletableFuture.supplyAsync(() -> started(first), threads);
      var other = CompletableFuture.supplyAsync(() -> started(second), threads);
      var failure = failureOf(List.of(one, other));
      keep(first, one);
      keep(second, other);
      if (failure != null) {
        throw failure;
      }
      return new Both<>(one.join(), other.join());
    }
  }

  /** Starts one part and waits for it. */
  synchronized <T extends AutoCloseable> void start(Start<T> start) {
    started.push(new Part(start.name, started(start)));
  }

  /** Two started parts. */
  record Both<A, B>(A first, B second) {}

  private <T extends AutoCloseable> T started(Start<T> start) {
    var begun = System.nanoTime();
    var resource = start.how.get();
    log.info("{} started in {} ms", start.name, millisSince(begun));
    progress.up(start.name);
    return resource;
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

  private synchronized <T extends AutoCloseable> void keep(
      Start<T> start, CompletableFuture<T> running) {
    if (!running.isCompletedExceptionally()) {
      started.push(new Part(start.name, running.join()));
    }
  }

  /** Stops what runs, the latest first; a part that fails to stop does not keep the others up. */
  @Override
  public synchronized void close() {
    while (!started.isEmpty()) {
      close(started.pop());
    }
  }

  private static void close(Part part) {
    var begun = System.nanoTime();
    try {
      part.resource.close();
      log.info("{} stopped in {} ms", part.name, millisSince(begun));
    } catch (Exception exception) {
      log.error("{} did not stop cleanly", part.name, exception);
    }
  }

  private static long millisSince(long begun) {
    return (System.nanoTime() - begun) / 1_000_000;
  }
}
