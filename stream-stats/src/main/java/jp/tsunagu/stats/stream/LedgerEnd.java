package jp.tsunagu.stats.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Where each partition of the ledger ended at some moment: the offset of its last committed event,
 * -1 for none. The end a broker names is no event but the mark of a transaction.
 */
public record LedgerEnd(Map<Integer, Long> lastOffsets) {

  private static final long BACKWARDS = 200;

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
      Map<Integer, Long> last = new TreeMap<>();
      for (TopicPartition partition : partitions) {
        last.put(partition.partition(), last(consumer, partition));
      }
      return new LedgerEnd(last);
    }
  }

  private static long last(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
    consumer.assign(List.of(partition));
    long begin = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
    long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    long step = BACKWARDS;
    long from = end;
    long found = -1;
    while (found < 0 && from > begin) {
      from = Math.max(begin, end - step);
      consumer.seek(partition, from);
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          found = Math.max(found, record.offset());
        }
      }
      step *= 10;
    }
    return found;
  }
}
