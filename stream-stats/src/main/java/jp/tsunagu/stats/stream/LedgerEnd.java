package jp.tsunagu.stats.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Where each partition of the ledger ended at some moment: the offset of its last committed event,
 * -1 for none. The end a broker names is no event but the mark of a transaction.
 */
public record LedgerEnd(Map<Integer, Long> lastOffsets) {

  private static final long BACKWARDS = 200;
  private static final int MOST_EMPTY_POLLS = 50;
  private static final Duration POLL = Duration.ofMillis(200);

  public LedgerEnd {
    lastOffsets = Map.copyOf(lastOffsets);
  }

  /** The offset of the last event of this partition. */
  public long of(int partition) {
    return lastOffsets.getOrDefault(partition, -1L);
  }

  /** The partitions of the ledger. */
  public Set<Integer> partitions() {
    return lastOffsets.keySet();
  }

  /** Looks it up; the topic must exist. */
  public static LedgerEnd of(String brokers, String topic) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      return new LedgerEnd(last(consumer, partitions));
    }
  }

  /** Looks back from the ends of all partitions, further where only marks were found. */
  private static Map<Integer, Long> last(
      KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<Integer, Long> found = new TreeMap<>();
    partitions.forEach(one -> found.put(one.partition(), -1L));
    List<TopicPartition> open = new ArrayList<>(partitions);
    open.removeIf(one -> begins.getOrDefault(one, 0L) >= ends.getOrDefault(one, 0L));
    for (long step = BACKWARDS; !open.isEmpty(); step *= 10) {
      Map<TopicPartition, Long> from = new HashMap<>();
      for (TopicPartition one : open) {
        from.put(one, Math.max(begins.getOrDefault(one, 0L), ends.getOrDefault(one, 0L) - step));
      }
      read(consumer, from, ends, found);
      open.removeIf(
          one ->
              found.getOrDefault(one.partition(), -1L) >= 0
                  || from.getOrDefault(one, 0L) <= begins.getOrDefault(one, 0L));
    }
    return found;
  }

  private static void read(
      KafkaConsumer<byte[], byte[]> consumer,
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> ends,
      Map<Integer, Long> found) {
    consumer.assign(from.keySet());
    from.forEach(consumer::seek);
    int empty = 0;
    while (from.keySet().stream()
        .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      records.forEach(record -> found.merge(record.partition(), record.offset(), Math::max));
      empty = records.isEmpty() ? empty + 1 : 0;
      if (empty > MOST_EMPTY_POLLS) {
        throw new TimeoutException("the end of the ledger could not be read");
      }
    }
  }
}
