package jp.tsunagu.gateway.view;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * long as the gateway runs.
 *
 * <p>Caught up once it has read past the end offsets found at its start. A failure, a topic that
 * does not exist yet and a record that cannot be read are tried again with back-off from where it
 * stopped (0.2 s to 10 s); meanwhile it is not caught up. It is no member of a group: nothing
 * rebalances.
 */
final class TopicFollower {

  private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration CLOSING = Duration.ofSeconds(5);
  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;

  private final String topic;
  private final ConsumerFactory consumers;
  private final RecordSink sink;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile boolean caughtUp;
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
      thread = Thread.ofPlatform().name("view-" + topic).start(this::run);
    }
  }

  /** Stops following; waits a few seconds for the thread. */
  synchronized void stop() {
    stopping.countDown();
    Consumer<byte[], byte[]> consumer = current;
    if (consumer != null) {
      consumer.wakeup();
    }
    join();
  }

  /** Whether everything that stood in the topic at the last start has reached the sink. */
  boolean isCaughtUp() {
    return caughtUp;
  }

  private void join() {
    try {
      if (thread != null) {
        thread.join(CLOSING);
      }
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!isStopping()) {
      try (Consumer<byte[], byte[]> consumer = consumers.create()) {
        current = consumer;
        follow(consumer);
      } catch (WakeupException exception) {
        LOG.debug("{}: woken up", topic);
      } catch (KafkaException | UnreadableRecordException exception) {
        caughtUp = false;
        LOG.warn("{}: reading again in {} ms: {}", topic, pauseMillis, exception.toString());
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
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        sink.accept(record);
        positions.put(new TopicPartition(topic, record.partition()), record.offset() + 1);
      }
      noteProgress(consumer, ends);
    }
  }

  private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  private void noteProgress(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    if (!caughtUp && reached(consumer, ends)) {
      caughtUp = true;
      pauseMillis = FIRST_PAUSE_MILLIS;
      LOG.info("{}: caught up", topic);
    }
  }

  private static boolean reached(
      Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    Collection<Map.Entry<TopicPartition, Long>> wanted = ends.entrySet();
    return wanted.stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void pause() {
    try {
      if (!stopping.await(pauseMillis, TimeUnit.MILLISECONDS)) {
        pauseMillis = Math.min(pauseMillis * 2, LONGEST_PAUSE_MILLIS);
      }
    } catch (InterruptedException exception) {
      stopping.countDown();
      Thread.currentThread().interrupt();
    }
  }
}
