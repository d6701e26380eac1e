package jp.tsunagu.connector.agency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.runtime.broker.SteadyWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that goes on as long as the process runs and ends when asked to. Threads here are never
 * interrupted: an interrupt would break connections to broker and database.
 */
public final class Workers {

  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  private final List<Running> all = new ArrayList<>();

  /** Work in steps; all but the step is called by other threads. */
  public interface Work extends SteadyWork.Step, AutoCloseable {

    /** Ends waiting for news: no further step is taken. */
    void wake();

    /** Ends the step at once, whatever is being done: time is up. */
    void abort();

    /** Gives back what it holds, after its last step. */
    @Override
    void close();
  }

  private record Running(String name, Work work, SteadyWork steps) {}

  /** Begins what one agency does, on a virtual thread of its own. */
  public void start(String name, Work work) {
    start(name, work, SteadyWork.oneOfMany(name, work));
  }

  /** Begins what is done for several, on a thread of the system. */
  public void startForSeveral(String name, Work work) {
    start(name, work, new SteadyWork(name, work));
  }

  private synchronized void start(String name, Work work, SteadyWork steps) {
    all.add(new Running(name, work, steps));
    steps.start();
  }

  /** Asks all to end, waits, and then cuts off what has not ended. */
  public synchronized void stop(Duration grace) {
    all.forEach(running -> running.steps().stop());
    all.forEach(running -> running.work().wake());
    List<Running> late = withoutEnded(all, grace);
    late.forEach(running -> running.work().abort());
    List<Running> hanging = withoutEnded(late, grace);
    hanging.forEach(running -> LOG.warn("{} has not ended", running.name()));
    all.stream()
        .filter(running -> !hanging.contains(running))
        .forEach(running -> running.work().close());
    all.clear();
  }

  private static List<Running> withoutEnded(List<Running> some, Duration grace) {
    long end = System.nanoTime() + grace.toNanos();
    return some.stream()
        .filter(running -> !running.steps().hasEnded(Duration.ofNanos(end - System.nanoTime())))
        .toList();
  }

  /** Whether any was started and not stopped. */
  public synchronized boolean isRunning() {
    return !all.isEmpty();
  }
}
