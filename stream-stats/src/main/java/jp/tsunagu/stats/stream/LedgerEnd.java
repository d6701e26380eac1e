package jp.tsunagu.stats.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.PartitionsOf;
import jp.tsunagu.runtime.broker.TopicToItsEnd;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

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
  public static LedgerEnd of(BrokerAccess broker, String topic) {
    try (Consumer<byte[], byte[]> consumer = broker.consumer("ledger-end", Map.of())) {
      return new LedgerEnd(last(consumer, PartitionsOf.topic(consumer, topic)));
    }
  }

  /** Looks back from the ends of all partitions, further where only marks were found. */
  private static Map<Integer, Long> last(
      Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    consumer.assign(partitions);
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
      Consumer<byte[], byte[]> consumer,
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> ends,
      Map<Integer, Long> found) {
    consumer.assign(from.keySet());
    from.forEach(consumer::seek);
    Map<TopicPartition, Long> wanted = new HashMap<>(ends);
    wanted.keySet().retainAll(from.keySet());
    TopicToItsEnd.goOn(
        consumer, wanted, record -> found.merge(record.partition(), record.offset(), Math::max));
  }
}
