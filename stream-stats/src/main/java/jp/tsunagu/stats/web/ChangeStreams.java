package jp.tsunagu.stats.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tsunagu.stats.configuration.InterfaceProperties;
import jp.tsunagu.stats.run.ChangeFeed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Open connections of readers; each has a virtual thread that ends with it or with the process. */
@Component
final class ChangeStreams implements SmartLifecycle {

  private static final long NO_TIMEOUT = 0;

  private final ChangeFeed feed;
  private final Duration heartbeat;
  private final AtomicInteger open = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String life = UUID.randomUUID().toString().replace("-", "");
  private volatile boolean running;

  /** No readers yet. */
  ChangeStreams(ChangeFeed feed, MeterRegistry registry, InterfaceProperties properties) {
    this.feed = feed;
    this.heartbeat = properties.heartbeat();
    registry.gauge("tsunagu.stats.change.readers", open);
  }

  /**
   * A connection that goes on after the last id its reader got; from scratch where it got none, or
   * one of an earlier life of this process.
   */
  SseEmitter open(@Nullable String lastId) {
    SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
    ChangeReader reader = new ChangeReader(feed, emitter, life, seen(lastId));
    Future<?> thread = threads.submit(() -> read(reader));
    Runnable end = () -> thread.cancel(true);
    emitter.onCompletion(end);
    emitter.onTimeout(end);
    emitter.onError(_ -> end.run());
    return emitter;
  }

  private void read(ChangeReader reader) {
    open.incrementAndGet();
    try {
      reader.readOn(heartbeat);
    } finally {
      open.decrementAndGet();
    }
  }

  private long seen(@Nullable String lastId) {
    if (lastId == null || !lastId.startsWith(life + "-")) {
      return ChangeReader.NOTHING_SEEN;
    }
    String digits = lastId.substring(life.length() + 1);
    return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : ChangeReader.NOTHING_SEEN;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    threads.shutdownNow();
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
