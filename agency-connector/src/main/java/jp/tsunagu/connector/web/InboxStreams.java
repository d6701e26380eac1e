package jp.tsunagu.connector.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import jp.tsunagu.connector.colleague.Colleagues;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.record.InboxItem;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.view.InboxView;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.broker.GrowingPause;
import jp.tsunagu.runtime.broker.Whereabouts;
import jp.tsunagu.runtime.caller.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Open streams of news; each has a virtual thread that ends with its client or with the process.
 */
@Component
public final class InboxStreams implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(InboxStreams.class);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final int PAGE = 100;

  private final Records records;
  private final Colleagues colleagues;
  private final CurrentDirectory directory;
  private final JsonMapper json;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean running;

  InboxStreams(
      Records records, Colleagues colleagues, CurrentDirectory directory, JsonMapper json) {
    this.records = records;
    this.colleagues = colleagues;
    this.directory = directory;
    this.json = json;
  }

  /** Ends at the latest 15 s after its reader has left the agency. */
  SseEmitter open(Caller.OfAgency caller, long after) {
    return open(caller, after, this::event);
  }

  /** The same for a page, which is told that there is news and not what it says. */
  public SseEmitter ofPage(Caller.OfAgency caller, long after) {
    return open(caller, after, InboxStreams::news);
  }

  private static SseEventBuilder news(InboxItem item) {
    return SseEmitter.event().id(Long.toString(item.position())).name("news").data("1");
  }

  private SseEmitter open(
      Caller.OfAgency caller, long after, Function<InboxItem, SseEventBuilder> told) {
    SseEmitter emitter = new SseEmitter(0L);
    CountDownLatch over = new CountDownLatch(1);
    Future<?> thread =
        threads.submit(() -> send(caller.agency(), after, new Told(caller, emitter, told), over));
    Runnable end =
        () -> {
          over.countDown();
          thread.cancel(true);
        };
    emitter.onCompletion(end);
    emitter.onTimeout(end);
    emitter.onError(_ -> end.run());
    return emitter;
  }

  /** Who is told, and how each piece of news is put. */
  private record Told(
      Caller.OfAgency caller, SseEmitter emitter, Function<InboxItem, SseEventBuilder> event) {}

  private void send(AgencyId agency, long after, Told to, CountDownLatch over) {
    SseEmitter emitter = to.emitter();
    try {
      emitter.send(SseEmitter.event().comment("ready"));
      tellOn(agency, after, to, over);
      emitter.complete();
    } catch (IOException | IllegalStateException gone) {
      LOG.debug("a stream of {} ended", agency);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      emitter.complete();
    } catch (RuntimeException failed) {
      LOG.error("a stream of {} ended: {}", agency, Whereabouts.of(failed));
      emitter.completeWithError(failed);
    }
  }

  private void tellOn(AgencyId agency, long after, Told to, CountDownLatch over)
      throws IOException, InterruptedException {
    long position = after;
    GrowingPause pause = new GrowingPause(FIRST_PAUSE, HEARTBEAT);
    while (running && over.getCount() > 0) {
      Optional<List<InboxItem>> items = next(agency, position);
      if (hasLeft(to.caller())) {
        return;
      }
      if (items.isEmpty()) {
        to.emitter().send(SseEmitter.event().comment("the database is busy; tried again"));
        var _ = over.await(pause.next().toMillis(), TimeUnit.MILLISECONDS);
      } else {
        pause.reset();
        position = tell(items.get(), position, to);
      }
    }
  }

  private static long tell(List<InboxItem> items, long after, Told to) throws IOException {
    for (InboxItem item : items) {
      to.emitter().send(to.event().apply(item));
    }
    if (items.isEmpty()) {
      to.emitter().send(SseEmitter.event().comment("alive"));
      return after;
    }
    return items.getLast().position();
  }

  private boolean hasLeft(Caller.OfAgency caller) {
    try {
      return caller instanceof Caller.AgencyStaff staff
          && colleagues.hasLeft(staff.agency(), staff.person());
    } catch (DataAccessException | TransactionException away) {
      return false;
    }
  }

  /** Empty while the database cannot be asked: the stream goes on, and its client sees that. */
  private Optional<List<InboxItem>> next(AgencyId agency, long position)
      throws InterruptedException {
    try {
      return Optional.of(records.awaitInbox(agency, position, PAGE, HEARTBEAT));
    } catch (DataAccessException | TransactionException away) {
      LOG.warn("a stream of {} waits for the database: {}", agency, Whereabouts.of(away));
      return Optional.empty();
    }
  }

  private SseEventBuilder event(InboxItem item) {
    return SseEmitter.event()
        .id(Long.toString(item.position()))
        .name(item.kind())
        .data(
            json.writeValueAsString(InboxView.of(item, directory.snapshot())),
            MediaType.TEXT_PLAIN);
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
