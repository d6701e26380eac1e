package jp.tsunagu.runtime.broker;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A step that is taken again and again on a thread of its own until it is closed. It survives
 * whatever the step throws, an {@link Error} too: it says once what is wrong, by kind and place,
 * keeps it for health ({@link #trouble}) and rests longer after each failure (up to ten seconds).
 *
 * <p>Work of which a process has {@linkplain #oneOfMany one for each agency} has a virtual thread:
 * where it waits for a database, a broker's answer or a signal, it holds up nobody and costs
 * nothing. A consumer is polled on a thread of the system.
 */
public final class SteadyWork implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SteadyWork.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final String name;
  private final Step step;
  private final ScheduledThreadPoolExecutor thread;
  private final GrowingPause pause = new GrowingPause(FIRST_PAUSE, LONGEST_PAUSE);
  private volatile @Nullable String trouble;

  /** What is done again and again. */
  @FunctionalInterface
  public interface Step {

    /** Does it once and tells how long to rest before the next time. */
    Duration take() throws Exception;
  }

  /** Work that has not begun, on a thread of the system. */
  public SteadyWork(String name, Step step) {
    this(name, step, Thread.ofPlatform().daemon());
  }

  private SteadyWork(String name, Step step, Thread.Builder thread) {
    this.name = name;
    this.step = step;
    this.thread = new ScheduledThreadPoolExecutor(1, thread.name(name).factory());
    this.thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Work that has not begun, on a virtual thread. */
  public static SteadyWork oneOfMany(String name, Step step) {
    return new SteadyWork(name, step, Thread.ofVirtual());
  }

  /** Begins with the first step and returns at once. Called once. */
  public void start() {
    plan(Duration.ZERO);
  }

  /** Takes a step at once, apart from the regular ones. */
  public void takeNow() {
    try {
      thread.execute(this::safely);
    } catch (RejectedExecutionException _) {
      LOG.debug("{}: no further step, it was closed", name);
    }
  }

  /** What went wrong with the last step, by kind and place; nothing when it went well. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  private void takeAndPlan() {
    plan(safely());
  }

  private void plan(Duration rest) {
    try {
      var _ = thread.schedule(this::takeAndPlan, rest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException _) {
      LOG.debug("{}: ended", name);
    }
  }

  private Duration safely() {
    try {
      Duration rest = step.take();
      trouble = null;
      pause.reset();
      return rest;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return LONGEST_PAUSE;
    } catch (Throwable failed) {
      return failed(Whereabouts.of(failed));
    }
  }

  private Duration failed(String what) {
    if (!what.equals(trouble) && !thread.isShutdown()) {
      LOG.error("{} failed and is tried again: {}", name, what);
    }
    trouble = what;
    return pause.next();
  }

  /** Takes no further step and ends a rest; the step that is being taken goes on undisturbed. */
  public void stop() {
    thread.shutdown();
  }

  /** Whether the last step is over; waits for it at most this long. */
  public boolean hasEnded(Duration atMost) {
    try {
      return thread.awaitTermination(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends it, also in the middle of a step, which is interrupted. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
