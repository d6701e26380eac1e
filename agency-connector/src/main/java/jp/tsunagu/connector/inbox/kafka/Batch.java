package jp.tsunagu.connector.inbox.kafka;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What came of a partition, at least one record.
 *
 * @param next where to read on once all of it is taken in
 */
record Batch(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records, long next) {
  Batch {
    records = List.copyOf(records);
  }

  int size() {
    return records.size();
  }

  /** Its records one by one. */
  List<Batch> singly() {
    return records.stream().map(List::of).map(this::ending).toList();
  }

  /** Its first so many records, fewer than all. */
  Batch first(int count) {
    return ending(records.subList(0, count));
  }

  private Batch ending(List<ConsumerRecord<byte[], byte[]>> some) {
    return new Batch(partition, some, some.getLast().offset() + 1);
  }

  /** What is left without its first so many records. */
  Batch without(int first) {
    return new Batch(partition, records.subList(first, size()), next);
  }

  /** With what came after it. */
  Batch and(Batch later) {
    List<ConsumerRecord<byte[], byte[]>> both = new ArrayList<>(records);
    both.addAll(later.records);
    return new Batch(partition, both, later.next);
  }
}
