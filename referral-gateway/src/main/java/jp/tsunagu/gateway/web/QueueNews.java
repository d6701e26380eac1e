package jp.tsunagu.gateway.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.site.PageNews;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells open pages that the queue changed, as far as their reader may see it: managers hear nothing
 * of a protected case (保護案件).
 */
@Component
final class QueueNews implements SmartLifecycle {

  private static final int MOST_READERS = 1_000;
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final PageNews ofDesk = new PageNews(MOST_READERS, HEARTBEAT);
  private final PageNews ofManagers = new PageNews(MOST_READERS, HEARTBEAT);
  private volatile boolean running;

  QueueNews(MeterRegistry registry) {
    registry.gauge("tsunagu.queue.readers", Tags.of("role", "desk"), ofDesk, PageNews::readers);
    registry.gauge(
        "tsunagu.queue.readers", Tags.of("role", "manager"), ofManagers, PageNews::readers);
  }

  /** The news for this caller; the door lets nobody else in. */
  PageNews of(Caller caller) {
    return caller instanceof Caller.Desk ? ofDesk : ofManagers;
  }

  /** The news for the desk alone. */
  PageNews ofTheDesk() {
    return ofDesk;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    ofDesk.close();
    ofManagers.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Connections end before the web server waits for its requests. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
