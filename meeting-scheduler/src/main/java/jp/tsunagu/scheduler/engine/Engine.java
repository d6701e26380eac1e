package jp.tsunagu.scheduler.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import jp.tsunagu.runtime.broker.SteadyWork;
import jp.tsunagu.runtime.broker.StreamRun;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the stream running: started once everything is known, so that no command is judged by half
 * the ledger; a stream that stopped is started anew after a while.
 */
final class Engine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  private final BooleanSupplier ready;
  private final Supplier<StreamRun> runs;
  private final SteadyWork looks = new SteadyWork("scheduler-engine", this::keepRunning);
  private volatile @Nullable StreamRun run;

  Engine(BooleanSupplier ready, Supplier<StreamRun> runs) {
    this.ready = ready;
    this.runs = runs;
  }

  void start() {
    looks.start();
  }

  private Duration keepRunning() {
    StreamRun current = run;
    if (current != null && current.hasFailed()) {
      LOG.error("the stream has stopped ({}) and is started anew", current.streams().state());
      current.close();
      run = null;
      return AFTER_FAILURE;
    }
    if (current == null && ready.getAsBoolean()) {
      StreamRun next = runs.get();
      run = next;
      next.start();
    }
    return LOOK;
  }

  /** Whether commands are carried out; a short rebalance does not count as a stop. */
  boolean isProcessing() {
    StreamRun current = run;
    return current != null && current.isProcessing();
  }

  String state() {
    StreamRun current = run;
    return current == null ? "NOT_STARTED" : current.streams().state().name();
  }

  /** What keeps it from running, by kind and place. */
  Optional<String> trouble() {
    return looks.trouble();
  }

  @Override
  public void close() {
    looks.close();
    StreamRun current = run;
    if (current != null) {
      current.close();
    }
  }
}
