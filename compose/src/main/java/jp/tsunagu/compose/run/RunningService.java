package jp.tsunagu.compose.run;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** A service of the single machine, which a test may stop for a while and start as it was. */
public final class RunningService implements AutoCloseable {
  private final SpringService service;
  private final Clock clock;
  private @Nullable ConfigurableApplicationContext context;

  private RunningService(SpringService service, Clock clock) {
    this.service = service;
    this.clock = clock;
  }

  static RunningService start(SpringService service, Clock clock) {
    var running = new RunningService(service, clock);
    running.restart();
    return running;
  }

  /** Ends it as a machine does that is told to stop; nothing where it does not run. */
  public synchronized void stop() {
    if (context != null) {
      context.close();
      context = null;
    }
  }

  /** Starts it with the same settings, port and folders; nothing where it runs. */
  public synchronized void restart() {
    if (context == null) {
      context = service.start(clock);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
