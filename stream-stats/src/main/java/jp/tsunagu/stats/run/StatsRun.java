package jp.tsunagu.stats.run;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tsunagu.stats.figure.FigureRules;
import jp.tsunagu.stats.stream.StatsParts;
import jp.tsunagu.stats.stream.StatsTopology;
import jp.tsunagu.stats.stream.StreamSettings;
import jp.tsunagu.stats.view.StreamHandle;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One life of Kafka Streams; a thread that dies is replaced, unless too many die. */
final class StatsRun {

  private static final Logger LOG = LoggerFactory.getLogger(StatsRun.class);
  private static final Duration CLOSING = Duration.ofSeconds(8);
  private static final int MOST_REPLACEMENTS = 5;

  private final KafkaStreams streams;
  private final StreamHandle handle;
  private final AtomicInteger replaced = new AtomicInteger();

  StatsRun(StatsParts parts, StreamSettings settings) {
    streams = new KafkaStreams(StatsTopology.build(parts), settings.properties());
    handle =
        new StreamHandle(
            streams,
            HostInfo.buildFromEndpoint(settings.advertised()),
            parts.figures(),
            parts.end(),
            parts.rules());
    streams.setUncaughtExceptionHandler(this::answer);
  }

  void start() {
    streams.start();
  }

  StreamHandle handle() {
    return handle;
  }

  FigureRules rules() {
    return handle.rules();
  }

  boolean hasFailed() {
    return switch (streams.state()) {
      case ERROR, PENDING_ERROR, NOT_RUNNING -> true;
      case CREATED, REBALANCING, RUNNING, PENDING_SHUTDOWN -> false;
    };
  }

  /** By kind and place; never by message, which may quote a record. */
  private StreamThreadExceptionResponse answer(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    StackTraceElement[] places = root.getStackTrace();
    LOG.error(
        "a thread of the stream died: {} at {}",
        root.getClass().getName(),
        places.length == 0 ? "an unknown place" : places[0]);
    return replaced.incrementAndGet() > MOST_REPLACEMENTS
        ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
        : StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  /** Stays a member of the group, so that the process that comes back finds its place. */
  void close() {
    streams.close(CLOSING);
  }
}
