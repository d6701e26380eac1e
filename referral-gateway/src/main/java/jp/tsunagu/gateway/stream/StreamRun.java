package jp.tsunagu.gateway.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** One life of Kafka Streams: threads that die are replaced, unless too many die. */
final class StreamRun {

  private static final Duration CLOSING = Duration.ofSeconds(8);
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int MOST_REPLACEMENTS = 20;

  private final KafkaStreams streams;
  private final GatewayMetrics metrics;
  private final Runnable onTrouble;
  private final AtomicBoolean ranOnce = new AtomicBoolean();
  private final Deque<Long> replacements = new ArrayDeque<>();

  StreamRun(
      Topology topology,
      Properties settings,
      KafkaClientSupplier clients,
      GatewayMetrics metrics,
      Runnable onTrouble) {
    this.streams = new KafkaStreams(topology, new StreamsConfig(settings), clients);
    this.metrics = metrics;
    this.onTrouble = onTrouble;
    streams.setUncaughtExceptionHandler(this::answer);
    streams.setStateListener(
        (next, _) -> {
          if (next == KafkaStreams.State.RUNNING) {
            ranOnce.set(true);
          }
        });
  }

  void start() {
    streams.start();
  }

  KafkaStreams.State state() {
    return streams.state();
  }

  /** Whether commands are being processed; a short rebalance does not count as a stop. */
  boolean isProcessing() {
    return state() == KafkaStreams.State.RUNNING
        || (state() == KafkaStreams.State.REBALANCING && ranOnce.get());
  }

  boolean hasFailed() {
    return switch (state()) {
      case ERROR, PENDING_ERROR, NOT_RUNNING -> true;
      case CREATED, REBALANCING, RUNNING, PENDING_SHUTDOWN -> false;
    };
  }

  /** Commands that stand in outboxes and have not been read yet, as the consumers know it. */
  double recordsBehind() {
    return streams.metrics().entrySet().stream()
        .filter(entry -> entry.getKey().name().equals("records-lag"))
        .filter(entry -> entry.getKey().tags().getOrDefault("topic", "").contains("outbox"))
        .mapToDouble(entry -> ((Number) entry.getValue().metricValue()).doubleValue())
        .filter(lag -> !Double.isNaN(lag))
        .sum();
  }

  private synchronized StreamThreadExceptionResponse answer(Throwable fault) {
    FaultLog.report("the stream", rootOf(fault));
    onTrouble.run();
    long now = System.nanoTime();
    replacements.addLast(now);
    while (now - replacements.getFirst() > WINDOW.toNanos()) {
      replacements.removeFirst();
    }
    if (replacements.size() > MOST_REPLACEMENTS) {
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    metrics.streamThreadReplaced();
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  private static Throwable rootOf(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  /** Stays a member of the group, so that the process that comes back finds its place. */
  void close() {
    streams.close(CLOSING);
  }
}
