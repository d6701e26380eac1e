package jp.tsunagu.runtime.site;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages that there is news, and how much of it; never what. A page asks again for
 * itself, with its own rights.
 *
 * <p>An event {@code news} has the number of things that changed since the last one; {@code reset}
 * says that this is not known, after a restart. Each reader has a virtual thread and one number, so
 * that a slow one keeps nobody waiting and nothing grows.
 */
public final class PageNews implements AutoCloseable {

  private static final long NO_TIMEOUT = 0;

  private final int mostReaders;
  private final Duration heartbeat;
  private final String life = UUID.randomUUID().toString().replace("-", "");
  private final AtomicLong told = new AtomicLong();
  private final Set<Semaphore> readers = ConcurrentHashMap.newKeySet();
  private final Semaphore places;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * No news yet.
   *
   * @param mostReaders more are turned away
   * @param heartbeat after which a line is sent where nothing happens
   */
  public PageNews(int mostReaders, Duration heartbeat) {
    this.mostReaders = mostReaders;
    this.heartbeat = heartbeat;
    this.places = new Semaphore(mostReaders);
  }

  /** One more thing changed. */
  public void tell() {
    told.incrementAndGet();
    readers.forEach(Semaphore::release);
  }

  /** The id of the last news, for a page that is made now: ask for it before reading. */
  public String last() {
    return id(told.get());
  }

  /** How many pages listen. */
  public int readers() {
    return mostReaders - places.availablePermits();
  }

  /**
   * A connection that goes on after the last id its reader got; none where too many listen already.
   */
  public Optional<SseEmitter> open(@Nullable String lastId) {
    if (threads.isShutdown() || !places.tryAcquire()) {
      return Optional.empty();
    }
    AtomicBoolean taken = new AtomicBoolean(true);
    Runnable leave =
        () -> {
          if (taken.getAndSet(false)) {
            places.release();
          }
        };
    SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
    Future<?> thread = threads.submit(() -> read(emitter, seen(lastId), leave));
    Runnable end =
        () -> {
          thread.cancel(true);
          leave.run();
        };
    emitter.onCompletion(end);
    emitter.onTimeout(end);
    emitter.onError(_ -> end.run());
    return Optional.of(emitter);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void read(SseEmitter emitter, @Nullable Long seen, Runnable leave) {
    Semaphore news = new Semaphore(0);
    readers.add(news);
    try {
      readOn(emitter, seen, news);
    } catch (IOException | IllegalStateException gone) {
      emitter.complete();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      emitter.complete();
    } finally {
      readers.remove(news);
      leave.run();
    }
  }

  private void readOn(SseEmitter emitter, @Nullable Long seen, Semaphore news)
      throws IOException, InterruptedException {
    long sent = seen == null ? told.get() : seen;
    if (seen == null) {
      send(emitter, "reset", sent, "");
    } else {
      emitter.send(SseEmitter.event().comment("ready"));
    }
    while (!Thread.currentThread().isInterrupted()) {
      long now = told.get();
      if (now > sent) {
        send(emitter, "news", now, Long.toString(now - sent));
        sent = now;
      }
      if (!news.tryAcquire(heartbeat.toMillis(), TimeUnit.MILLISECONDS)) {
        emitter.send(SseEmitter.event().comment("alive"));
      }
      news.drainPermits();
    }
  }

  private void send(SseEmitter emitter, String name, long number, String data) throws IOException {
    emitter.send(SseEmitter.event().id(id(number)).name(name).data(data, MediaType.TEXT_PLAIN));
  }

  private String id(long number) {
    return life + "-" + number;
  }

  private @Nullable Long seen(@Nullable String lastId) {
    if (lastId == null || !lastId.startsWith(life + "-")) {
      return null;
    }
    String digits = lastId.substring(life.length() + 1);
    return digits.matches("\\d{1,18}") ? Long.valueOf(digits) : null;
  }
}
