package jp.tsunagu.runtime.stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jp.tsunagu.runtime.broker.SteadyWork;
import jp.tsunagu.runtime.problem.CommonProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Open connections that are told the same events (SSE), each once and in order. One thread writes
 * to all of them and waits for none: what a reader is due next is put into bytes once for all who
 * are at the same place. Whoever does not read keeps one number here and nothing else; after half a
 * minute the connection is ended, and its client comes back by itself.
 *
 * <p>An id is the life of this process and a number; who comes with one of an earlier life begins
 * anew. Thread-safe.
 */
public final class EventLines implements AutoCloseable {

  private static final Duration COME_BACK = Duration.ofSeconds(5);

  private final int most;
  private final Duration heartbeat;
  private final Source source;
  private final String life = UUID.randomUUID().toString().replace("-", "");
  private final Set<EventLine> open = ConcurrentHashMap.newKeySet();
  private final Semaphore places;
  private final Semaphore news = new Semaphore(0);
  private final SteadyWork writing = new SteadyWork("event-lines", this::write);
  private volatile boolean closed;

  /**
   * Nobody listens yet.
   *
   * @param most more are turned away
   * @param heartbeat after which a line is sent where nothing happens
   */
  public EventLines(int most, Duration heartbeat, Source source) {
    this.most = most;
    this.heartbeat = heartbeat;
    this.source = source;
    this.places = new Semaphore(most);
    writing.start();
  }

  /** What is told. */
  @FunctionalInterface
  public interface Source {

    /**
     * The next event for who was told everything up to a number; none while there is none.
     *
     * @param seen null for who was told nothing in this life
     */
    Optional<Event> after(@Nullable Long seen);
  }

  /**
   * One event.
   *
   * @param number of it, not less than that of the one before
   * @param data in one line
   */
  public record Event(long number, String name, String data) {}

  /** An event as it is sent. */
  record Sent(long number, byte[] bytes) {}

  /** There may be something new. Returns at once. */
  public void tell() {
    if (news.availablePermits() == 0) {
      news.release();
    }
  }

  /** How many listen. */
  public int readers() {
    return most - places.availablePermits();
  }

  /** The id of an event of this life. */
  public String id(long number) {
    return life + "-" + number;
  }

  /**
   * Answers with a connection that goes on after the last id its reader got, or that it should come
   * back later, where too many listen already.
   *
   * @return null where the connection stands: the answer is under way
   */
  public @Nullable ResponseEntity<Object> answer(
      HttpServletRequest request, HttpServletResponse response, @Nullable String lastId) {
    return isOpened(request, response, lastId)
        ? null
        : CommonProblem.NOT_READY.problem().response(COME_BACK);
  }

  private boolean isOpened(
      HttpServletRequest request, HttpServletResponse response, @Nullable String lastId) {
    if (closed || !places.tryAcquire()) {
      return false;
    }
    boolean begun = false;
    try {
      response.setStatus(HttpServletResponse.SC_OK);
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      EventLine.begin(this, request, response, seen(lastId));
      begun = true;
    } catch (IOException gone) {
      throw new IllegalStateException("the connection could not be answered", gone);
    } finally {
      if (!begun) {
        places.release();
      }
    }
    return true;
  }

  private @Nullable Long seen(@Nullable String lastId) {
    if (lastId == null || !lastId.startsWith(life + "-")) {
      return null;
    }
    String digits = lastId.substring(life.length() + 1);
    return digits.matches("\\d{1,18}") ? Long.valueOf(digits) : null;
  }

  /** From now on it is written to; false where all is over. */
  boolean join(EventLine line) {
    open.add(line);
    return !closed;
  }

  /** It is over. Called once for each that began. */
  void leave(EventLine line) {
    open.remove(line);
    places.release();
  }

  /** What follows, put into bytes. */
  @Nullable Sent after(@Nullable Long seen) {
    return source.after(seen).map(this::sent).orElse(null);
  }

  private Sent sent(Event event) {
    String text =
        "id:%s\nevent:%s\ndata:%s\n\n".formatted(id(event.number()), event.name(), event.data());
    return new Sent(event.number(), text.getBytes(StandardCharsets.UTF_8));
  }

  private Duration write() throws InterruptedException {
    boolean quiet = !news.tryAcquire(heartbeat.toNanos(), TimeUnit.NANOSECONDS);
    Round round = new Round();
    open.forEach(line -> line.write(round, quiet));
    return Duration.ZERO;
  }

  @Override
  public void close() {
    closed = true;
    writing.close();
    open.forEach(EventLine::end);
  }

  /** What follows a number, asked for once in a round. */
  private final class Round implements EventLine.Following {
    private boolean asked;
    private @Nullable Long seen;
    private @Nullable Sent next;

    @Override
    public @Nullable Sent after(@Nullable Long number) {
      if (!asked || !Objects.equals(seen, number)) {
        next = EventLines.this.after(number);
        seen = number;
        asked = true;
      }
      return next;
    }
  }
}
