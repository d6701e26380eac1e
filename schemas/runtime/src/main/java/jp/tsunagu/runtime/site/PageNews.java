package jp.tsunagu.runtime.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import jp.tsunagu.runtime.stream.EventLines;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * Tells open pages that there is news, and how much of it; never what. A page asks again for
 * itself, with its own rights.
 *
 * <p>An event {@code news} has the number of things that changed since the last one; {@code reset}
 * says that this is not known, after a restart.
 */
public final class PageNews implements AutoCloseable {

  private final AtomicLong told = new AtomicLong();
  private final EventLines lines;

  /**
   * No news yet.
   *
   * @param mostReaders more are turned away
   * @param heartbeat after which a line is sent where nothing happens
   */
  public PageNews(int mostReaders, Duration heartbeat) {
    this.lines = new EventLines(mostReaders, heartbeat, this::after);
  }

  /** One more thing changed. */
  public void tell() {
    told.incrementAndGet();
    lines.tell();
  }

  /** The id of the last news, for a page that is made now: ask for it before reading. */
  public String last() {
    return lines.id(told.get());
  }

  /** How many pages listen. */
  public int readers() {
    return lines.readers();
  }

  /**
   * Answers with a connection that goes on after the last id its page got ({@link
   * EventLines#answer}).
   */
  public @Nullable ResponseEntity<Object> answer(
      HttpServletRequest request, HttpServletResponse response, @Nullable String lastId) {
    return lines.answer(request, response, lastId);
  }

  private Optional<EventLines.Event> after(@Nullable Long seen) {
    long now = told.get();
    if (seen == null) {
      return Optional.of(new EventLines.Event(now, "reset", ""));
    }
    return now > seen
        ? Optional.of(new EventLines.Event(now, "news", Long.toString(now - seen)))
        : Optional.empty();
  }

  @Override
  public void close() {
    lines.close();
  }
}
