package jp.tsunagu.runtime.broker;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagu.contract.topic.RestoredOffsets;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds one topic into a sink: every partition from the beginning, committed records only, on a
 * thread of its own, until it is stopped. It is no member of a group: nothing rebalances.
 *
 * <p>It survives whatever happens, an {@link Error} of its sink too, tells how it stands ({@link
 * #standing}) and tries again from where it was with back-off (0.2 s to 10 s). Before a record that
 * the sink cannot take it waits; which records those are is decided by what stands before the sink
 * ({@code runtime.aside}). Where the broker goes on before what was read, or as a restored one
 * does, it says so and reads no further: the next start begins with nothing.
 */
public final class FollowedTopic implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FollowedTopic.class);
  private static final Duration POLL = Duration.ofSeconds(15);
  private static final Duration CLOSING = Duration.ofSeconds(5);

  /** What comes ends the broker's wait at once; a topic where nothing comes is asked less. */
  private static final Map<String, Object> SETTINGS =
      Map.of(
          ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 15_000,
          ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000,
          ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 262_144,
          ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);

  private final String topic;
  private final BrokerAccess broker;
  private final RecordSink sink;
  private final BackOff pause = new BackOff(Duration.ofMillis(200), Duration.ofSeconds(10));
  private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();

  /** Where each partition ended at the beginning, and whatever was read behind that. */
  private final Map<TopicPartition, Long> furthest = new HashMap<>();

  private volatile Standing standing = new Standing.Reading();
  private volatile boolean caughtUp;
  private @Nullable ConsumerRecord<byte[], byte[]> waitedBefore;
  private volatile @Nullable Consumer<byte[], byte[]> current;
  private @Nullable Thread thread;

  /** Follows this topic; the topic need not exist yet. */
  public FollowedTopic(String topic, BrokerAccess broker, RecordSink sink) {
    this.topic = topic;
    this.broker = broker;
    this.sink = sink;
  }

  /** Begins to read; a second call changes nothing. */
  public synchronized void start() {
    if (thread == null) {
      thread = Thread.ofPlatform().daemon().name("follow-" + topic).start(this::run);
    }
  }

  /** Stops following for good; waits at most five seconds for the thread. */
  @Override
  public synchronized void close() {
    pause.stop();
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

  /** The topic's name. */
  public String topic() {
    return topic;
  }

  /** The partitions that it reads; none before it has begun. */
  public Set<TopicPartition> partitions() {
    return Set.copyOf(positions.keySet());
  }

  /** How it stands at this moment. */
  public Standing standing() {
    return standing;
  }

  /** Whether everything that stood in the topic at the start has reached the sink, once. */
  public boolean isCaughtUp() {
    return caughtUp;
  }

  /** The record it waits before, by place and reason. */
  public Optional<String> obstacle() {
    return standing instanceof Standing.Before(String record)
        ? Optional.of(record)
        : Optional.empty();
  }

  /** Whether everything before these offsets has reached the sink. */
  public boolean hasRead(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> positions.getOrDefault(end.getKey(), -1L) >= end.getValue());
  }

  private void run() {
    while (!pause.isStopped()) {
      try {
        followAnew();
      } catch (WakeupException | InterruptException _) {
        LOG.debug("{}: woken up", topic);
      } catch (StandsBefore record) {
        stand(new Standing.Before(record.place));
      } catch (WentBack place) {
        LOG.error("{}: {}", topic, new Standing.Beyond(place.place).inWords());
        standing = new Standing.Beyond(place.place);
        return;
      } catch (Throwable failed) {
        stand(new Standing.Away(failed.getClass().getSimpleName()));
      }
    }
    standing = new Standing.Ended();
  }

  /** It commits nothing and leaves no group: its closing does not wait for an answer under way. */
  private void followAnew() throws StandsBefore, WentBack {
    Consumer<byte[], byte[]> consumer = broker.consumer("follow-" + topic, SETTINGS);
    try {
      current = consumer;
      follow(consumer);
    } finally {
      current = null;
      consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
  }

  /** Says it once, and rests. */
  private void stand(Standing next) {
    if (!next.equals(standing)) {
      LOG.warn("{}: {}", topic, next.inWords());
    }
    standing = next;
    pause.rest();
  }

  private void follow(Consumer<byte[], byte[]> consumer) throws StandsBefore, WentBack {
    List<TopicPartition> partitions = awaitPartitions(consumer);
    if (partitions.isEmpty()) {
      return;
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    positions.keySet().retainAll(partitions);
    positions.forEach(consumer::seek);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      long before = furthest.getOrDefault(end.getKey(), 0L);
      if (end.getValue() < before) {
        throw new WentBack(end.getKey(), before, end.getValue());
      }
      furthest.putIfAbsent(end.getKey(), end.getValue());
    }
    noteProgress(consumer, ends);
    while (!pause.isStopped()) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        TopicPartition partition = new TopicPartition(topic, record.partition());
        comesAfter(partition, record.offset());
        handOver(record);
        passed(record);
        positions.put(partition, record.offset() + 1);
        furthest.merge(partition, record.offset() + 1, Math::max);
      }
      noteProgress(consumer, ends);
    }
  }

  /** None where the following ended before the topic was there. */
  private List<TopicPartition> awaitPartitions(Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions = PartitionsOf.topic(consumer, topic);
    while (partitions.isEmpty() && !pause.isStopped()) {
      stand(new Standing.Away("トピックはまだありません"));
      partitions = PartitionsOf.topic(consumer, topic);
    }
    return partitions;
  }

  /**
   * That the next place of this partition lies behind the last one. What a restoration leaves
   * between them was there from the beginning, or came while this was reading.
   */
  private void comesAfter(TopicPartition partition, long place) throws WentBack {
    long before = positions.getOrDefault(partition, 0L);
    boolean isNew = place > furthest.getOrDefault(partition, 0L);
    if (place < before || (isNew && before > 0 && RestoredOffsets.mayLieBetween(before, place))) {
      throw new WentBack(partition, before, place);
    }
  }

  private void handOver(ConsumerRecord<byte[], byte[]> record) throws StandsBefore {
    try {
      sink.accept(record);
    } catch (RuntimeException | Error fault) {
      waitedBefore = record;
      throw new StandsBefore(Whereabouts.of(record) + ": " + Whereabouts.of(fault));
    }
  }

  private void passed(ConsumerRecord<byte[], byte[]> record) {
    ConsumerRecord<byte[], byte[]> before = waitedBefore;
    if (before != null
        && before.partition() == record.partition()
        && before.offset() <= record.offset()) {
      waitedBefore = null;
      standing = new Standing.Reading();
    }
  }

  /** Ends of transactions take offsets too, which only the consumer's own position passes. */
  private void noteProgress(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends)
      throws WentBack {
    Map<TopicPartition, Long> reached = new HashMap<>();
    for (TopicPartition partition : ends.keySet()) {
      long place = consumer.position(partition);
      comesAfter(partition, place);
      reached.put(partition, place);
    }
    positions.putAll(reached);
    if (waitedBefore != null) {
      return;
    }
    if (hasRead(ends)) {
      sink.upToDate();
      follows();
    } else {
      standing = new Standing.Reading();
    }
  }

  private void follows() {
    if (!(standing instanceof Standing.Following)) {
      caughtUp = true;
      standing = new Standing.Following();
      pause.reset();
      LOG.info("{}: caught up", topic);
    }
  }

  /** Leaves the reading of this consumer: the record is tried again by the next. */
  private static final class StandsBefore extends Exception {
    private final String place;

    StandsBefore(String place) {
      super(place);
      this.place = place;
    }
  }

  /** Ends the reading: what was read is not there any more. */
  private static final class WentBack extends Exception {
    private final String place;

    WentBack(TopicPartition partition, long before, long now) {
      super(partition.toString());
      this.place = "%s: 読み終えた位置 %d、ブローカーの位置 %d".formatted(partition, before, now);
    }
  }
}
