package jp.tsunagu.scheduler.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the stream running: started once everything is known, so that no command is judged by half
 * the ledger; threads that die are replaced unless too many die; a stream that stopped is started
 * anew after a while.
 */
final class Engine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration CLOSING = Duration.ofSeconds(8);
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int MOST_REPLACEMENTS = 20;

  private final BooleanSupplier ready;
  private final Supplier<KafkaStreams> streams;
  private final SchedulerMetrics metrics;
  private final Deque<Long> replacements = new ArrayDeque<>();
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().name("scheduler-engine").daemon().unstarted(work));
  private volatile @Nullable KafkaStreams run;
  private volatile boolean ranOnce;

  Engine(BooleanSupplier ready, Supplier<KafkaStreams> streams, SchedulerMetrics metrics) {
    this.ready = ready;
    this.streams = streams;
    this.metrics = metrics;
  }

  void start() {
    plan(Duration.ZERO);
  }

  private void plan(Duration pause) {
    if (!looks.isShutdown()) {
      var next = looks.schedule(this::look, pause.toMillis(), TimeUnit.MILLISECONDS);
      LOG.trace("next look at the stream: {}", next);
    }
  }

  private void look() {
    Duration pause = LOOK;
    try {
      pause = keepRunning();
    } catch (RuntimeException failed) {
      LOG.error("the stream could not be started: {}", failed.toString());
      pause = AFTER_FAILURE;
    }
    plan(pause);
  }

  private Duration keepRunning() {
    KafkaStreams current = run;
    if (current != null && hasFailed(current)) {
      LOG.error("the stream has stopped ({}) and is started anew", current.state());
      current.close(CLOSING);
      run = null;
      return AFTER_FAILURE;
    }
    if (current == null && ready.getAsBoolean()) {
      KafkaStreams next = streams.get();
      next.setUncaughtExceptionHandler(this::answer);
      next.setStateListener((state, _) -> ranOnce = ranOnce || state == KafkaStreams.State.RUNNING);
      run = next;
      next.start();
    }
    return LOOK;
  }

  private static boolean hasFailed(KafkaStreams streams) {
    return switch (streams.state()) {
      case ERROR, PENDING_ERROR, NOT_RUNNING -> true;
      case CREATED, REBALANCING, RUNNING, PENDING_SHUTDOWN -> false;
    };
  }

  private synchronized StreamThreadExceptionResponse answer(Throwable fault) {
    LOG.error("the stream met a fault: {}", kindAndPlace(fault));
    long now = System.nanoTime();
    replacements.addLast(now);
    while (now - replacements.getFirst() > WINDOW.toNanos()) {
      replacements.removeFirst();
    }
    if (replacements.size() > MOST_REPLACEMENTS) {
      replacements.clear();
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    metrics.streamThreadReplaced();
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  /** Never its message, which may quote a record. */
  private static String kindAndPlace(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    StackTraceElement[] places = root.getStackTrace();
    return root.getClass().getName() + (places.length == 0 ? "" : " at " + places[0]);
  }

  /** Whether commands are carried out; a short rebalance does not count as a stop. */
  boolean isProcessing() {
    KafkaStreams current = run;
    return current != null
        && (current.state() == KafkaStreams.State.RUNNING
            || (current.state() == KafkaStreams.State.REBALANCING && ranOnce));
  }

  String state() {
    KafkaStreams current = run;
    return current == null ? "NOT_STARTED" : current.state().name();
  }

  @Override
  public void close() {
    looks.shutdownNow();
    KafkaStreams current = run;
    if (current != null) {
      current.close(CLOSING);
    }
  }
}
