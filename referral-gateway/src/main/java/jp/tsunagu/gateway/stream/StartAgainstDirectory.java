package jp.tsunagu.gateway.stream;

import java.time.Duration;
import java.util.List;
import jp.tsunagu.runtime.start.StartRefused;
import org.springframework.context.SmartLifecycle;

/**
 * Refuses to start with a network.yaml that gives an id once used to another agency, or names
 * another number of partitions than the network was born with. What the network is like is known
 * only where brokers answer; without them the gateway starts, and its health tells the same later.
 */
final class StartAgainstDirectory implements SmartLifecycle {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final GatewayEngine engine;
  private volatile boolean running;

  StartAgainstDirectory(GatewayEngine engine) {
    this.engine = engine;
  }

  @Override
  public void start() {
    try {
      List<String> refusals = engine.refusals(PATIENCE);
      if (!refusals.isEmpty()) {
        throw StartRefused.because(refusals);
      }
      running = true;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server. */
  @Override
  public int getPhase() {
    return 1;
  }
}
