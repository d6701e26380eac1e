package jp.tsunagu.connector.inbox.kafka;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What one poll brought of a partition.
 *
 * @param next where to read on once all of it is taken in
 */
record Batch(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records, long next) {
  Batch {
    records = List.copyOf(records);
  }

  /** Its records one by one. */
  List<Batch> singly() {
    return records.stream()
        .map(each -> new Batch(partition, List.of(each), each.offset() + 1))
        .toList();
  }
}
