package jp.tsunagu.scheduler.knowledge;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds one topic into a sink: every partition from the beginning, committed records only, for as
 * long as the scheduler runs.
 *
 * <p>A record that cannot be read is never passed over: the follower stands before it, says so
 * ({@link #obstacle}) and tries again with back-off (0.2 s to 10 s), as after every other failure.
 * It is no member of a group.
 */
final class TopicFollower {

  private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration CLOSING = Duration.ofSeconds(5);
  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;

  private final String topic;
  private final ConsumerFactory consumers;
  private final RecordSink sink;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile Map<TopicPartition, Long> positions = Map.of();
  private volatile boolean caughtUp;
  private volatile @Nullable String obstacle;
  private volatile @Nullable Consumer<byte[], byte[]> current;
  private @Nullable Thread thread;
  private long pauseMillis = FIRST_PAUSE_MILLIS;

  TopicFollower(String topic, ConsumerFactory consumers, RecordSink sink) {
    this.topic = topic;
    this.consumers = consumers;
    this.sink = sink;
  }

  synchronized void start() {
    if (thread == null) {
      thread = Thread.ofPlatform().daemon().name("follow-" + topic).start(this::run);
    }
  }

  /** Stops following; waits a few seconds for the thread. */
  synchronized void stop() {
    stopping.countDown();
    Consumer<byte[], byte[]> consumer = current;
    if (consumer != null) {
      consumer.wakeup();
    }
    try {
      if (thread != null) {
        thread.join(CLOSING);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  String topic() {
    return topic;
  }

  /** Whether everything that stood in the topic at the start has reached the sink. */
  boolean isCaughtUp() {
    return caughtUp;
  }

  /** The record it cannot read, by place and reason. */
  Optional<String> obstacle() {
    return Optional.ofNullable(obstacle);
  }

  /** Whether everything before these offsets has reached the sink. */
  boolean hasRead(Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> reached = positions;
    return ends.entrySet().stream()
        .allMatch(end -> reached.getOrDefault(end.getKey(), -1L) >= end.getValue());
  }

  private void run() {
    while (!isStopping()) {
      try (Consumer<byte[], byte[]> consumer = consumers.create()) {
        current = consumer;
        follow(consumer);
      } catch (WakeupException _) {
        LOG.debug("{}: woken up", topic);
      } catch (UnreadableRecordException unreadable) {
        obstacle = unreadable.getMessage();
        LOG.error("a record cannot be read and is waited for: {}", unreadable.getMessage());
        pause();
      } catch (KafkaException failed) {
        LOG.warn("{}: reading again in {} ms: {}", topic, pauseMillis, failed.toString());
        pause();
      }
    }
  }

  private void follow(Consumer<byte[], byte[]> consumer) throws UnreadableRecordException {
    List<TopicPartition> partitions = partitions(consumer);
    if (partitions.isEmpty()) {
      LOG.info("{}: does not exist yet", topic);
      pause();
      return;
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    positions.forEach(consumer::seek);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (!isStopping()) {
      take(consumer);
      noteProgress(consumer, partitions, ends);
    }
  }

  private void take(Consumer<byte[], byte[]> consumer) throws UnreadableRecordException {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      sink.accept(record);
      Map<TopicPartition, Long> next = new HashMap<>(positions);
      next.put(new TopicPartition(topic, record.partition()), record.offset() + 1);
      positions = Map.copyOf(next);
    }
  }

  private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  /** Ends of transactions take offsets too, which only the consumer's own position passes. */
  private void noteProgress(
      Consumer<byte[], byte[]> consumer,
      List<TopicPartition> partitions,
      Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> reached = new HashMap<>();
    partitions.forEach(partition -> reached.put(partition, consumer.position(partition)));
    positions = Map.copyOf(reached);
    obstacle = null;
    if (!caughtUp && hasRead(ends)) {
      caughtUp = true;
      pauseMillis = FIRST_PAUSE_MILLIS;
      LOG.info("{}: caught up", topic);
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void pause() {
    try {
      if (!stopping.await(pauseMillis, TimeUnit.MILLISECONDS)) {
        pauseMillis = Math.min(pauseMillis * 2, LONGEST_PAUSE_MILLIS);
      }
    } catch (InterruptedException _) {
      stopping.countDown();
      Thread.currentThread().interrupt();
    }
  }
}
