package jp.tsunagu.connector.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.tsunagu.connector.record.InboxItem;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.view.InboxView;
import jp.tsunagu.contract.id.AgencyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Open streams of news; each has a virtual thread that ends with its client or with the process.
 */
@Component
final class InboxStreams implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(InboxStreams.class);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final int PAGE = 100;

  private final Records records;
  private final JsonMapper json;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean running;

  InboxStreams(Records records, JsonMapper json) {
    this.records = records;
    this.json = json;
  }

  SseEmitter open(AgencyId agency, long after) {
    SseEmitter emitter = new SseEmitter(0L);
    AtomicBoolean over = new AtomicBoolean();
    Future<?> thread = threads.submit(() -> send(agency, after, emitter, over));
    Runnable end =
        () -> {
          over.set(true);
          thread.cancel(true);
        };
    emitter.onCompletion(end);
    emitter.onTimeout(end);
    emitter.onError(_ -> end.run());
    return emitter;
  }

  private void send(AgencyId agency, long after, SseEmitter emitter, AtomicBoolean over) {
    long position = after;
    try {
      emitter.send(SseEmitter.event().comment("ready"));
      while (running && !over.get()) {
        List<InboxItem> items = records.awaitInbox(agency, position, PAGE, HEARTBEAT);
        for (InboxItem item : items) {
          emitter.send(event(item));
          position = item.position();
        }
        if (items.isEmpty()) {
          emitter.send(SseEmitter.event().comment("alive"));
        }
      }
      emitter.complete();
    } catch (IOException | IllegalStateException gone) {
      LOG.debug("a stream of {} ended at position {}", agency, position);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      emitter.complete();
    }
  }

  private SseEventBuilder event(InboxItem item) {
    return SseEmitter.event()
        .id(Long.toString(item.position()))
        .name(item.kind())
        .data(json.writeValueAsString(InboxView.of(item)), MediaType.TEXT_PLAIN);
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

  /** Streams end before the web server waits for its requests. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
