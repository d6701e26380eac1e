package jp.tsunagu.scheduler.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import jp.tsunagu.runtime.broker.SteadyStream;
import jp.tsunagu.runtime.broker.SteadyWork;
import jp.tsunagu.runtime.broker.StreamRun;

/**
 * Keeps the stream running: started once everything is known, so that no command is judged by half
 * the ledger; a stream that stopped is started anew after a while. Of several schedulers one
 * decides: the one to which the brokers gave the commands' only partition.
 */
public final class Engine implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration LOOK_AFTER = Duration.ofSeconds(2);

  private final BooleanSupplier ready;
  private final Supplier<StreamRun> runs;
  private final SteadyWork looks = new SteadyWork("scheduler-engine", this::keepRunning);
  private final SteadyStream stream = new SteadyStream();

  Engine(BooleanSupplier ready, Supplier<StreamRun> runs) {
    this.ready = ready;
    this.runs = runs;
  }

  void start() {
    looks.start();
  }

  private Duration keepRunning() {
    stream.lookAfter();
    if (stream.isDue() && ready.getAsBoolean()) {
      stream.begin(runs.get());
    }
    return isProcessing() ? LOOK_AFTER : LOOK;
  }

  /** Whether commands are carried out; a short rebalance does not count as a stop. */
  boolean isProcessing() {
    return stream.run().map(StreamRun::isProcessing).orElse(false);
  }

  /** Whether it is this scheduler that decides, of all that run. */
  public boolean decidesHere() {
    return stream.run().map(StreamRun::hasWork).orElse(false);
  }

  String state() {
    return stream.run().map(run -> run.streams().state().name()).orElse("NOT_STARTED");
  }

  /** What keeps it from running, by kind and place. */
  Optional<String> trouble() {
    return looks.trouble().or(stream::trouble);
  }

  @Override
  public void close() {
    looks.close();
    stream.close();
  }
}
