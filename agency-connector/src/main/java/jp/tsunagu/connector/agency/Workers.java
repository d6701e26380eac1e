package jp.tsunagu.connector.agency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that work as long as the process runs and end when asked to. */
public final class Workers {

  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  private final List<Running> all = new ArrayList<>();

  /** Work that can be asked to end. */
  public interface Work extends Runnable {

    /** Ends after what is being done; called by another thread. */
    void stop();

    /** Ends at once, whatever is being done: time is up. */
    void abort();
  }

  private record Running(Work work, Thread thread) {}

  /** Starts it in a thread of its own. */
  public synchronized void start(String name, Work work) {
    all.add(new Running(work, Thread.ofPlatform().daemon().name(name).start(work)));
  }

  /** Asks all to end, waits, and then cuts off what has not ended. */
  public synchronized void stop(Duration grace) {
    all.forEach(running -> running.work().stop());
    join(grace);
    all.stream()
        .filter(running -> running.thread().isAlive())
        .forEach(running -> running.work().abort());
    join(grace);
    all.stream()
        .filter(running -> running.thread().isAlive())
        .forEach(running -> LOG.warn("{} has not ended", running.thread().getName()));
    all.clear();
  }

  private void join(Duration grace) {
    long end = System.nanoTime() + grace.toNanos();
    try {
      for (Running running : all) {
        running.thread().join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether any was started and not stopped. */
  public synchronized boolean isRunning() {
    return !all.isEmpty();
  }
}
