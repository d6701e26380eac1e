package jp.tsunagu.gateway.view;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that this program cannot read; it names the place, never the content. */
final class UnreadableRecordException extends Exception {

  UnreadableRecordException(ConsumerRecord<byte[], byte[]> record, String reason) {
    super(
        "unreadable record %s-%d@%d: %s"
            .formatted(record.topic(), record.partition(), record.offset(), reason));
  }
}
