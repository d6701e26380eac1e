package jp.tsunagu.stats.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.runtime.stream.EventLines;
import jp.tsunagu.stats.configuration.InterfaceProperties;
import jp.tsunagu.stats.run.Change;
import jp.tsunagu.stats.run.ChangeFeed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Open connections of readers: every lot once and in order. Who fell too far behind is told to ask
 * for everything.
 */
@Component
final class ChangeStreams implements SmartLifecycle {

  private static final int MOST_READERS = 1_000;

  private final ChangeFeed feed;
  private final JsonMapper json;
  private final EventLines lines;
  private volatile boolean running;

  /** No readers yet. */
  ChangeStreams(
      ChangeFeed feed, JsonMapper json, MeterRegistry registry, InterfaceProperties properties) {
    this.feed = feed;
    this.json = json;
    this.lines = new EventLines(MOST_READERS, properties.heartbeat(), this::after);
    registry.gauge("tsunagu.stats.change.readers", Tags.empty(), lines, EventLines::readers);
    feed.subscribe(_ -> lines.tell());
  }

  EventLines lines() {
    return lines;
  }

  private Optional<EventLines.Event> after(@Nullable Long seen) {
    Optional<List<Change>> missed = seen == null ? Optional.empty() : feed.since(seen);
    if (missed.isEmpty()) {
      return Optional.of(new EventLines.Event(feed.last(), "reset", ""));
    }
    return missed.get().stream().findFirst().map(this::changed);
  }

  private EventLines.Event changed(Change change) {
    return new EventLines.Event(
        change.number(), "changed", json.writeValueAsString(change.buckets()));
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    lines.close();
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
