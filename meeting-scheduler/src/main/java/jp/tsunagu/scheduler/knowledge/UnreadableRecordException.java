package jp.tsunagu.scheduler.knowledge;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that this program cannot read; it names the place, never the content. */
final class UnreadableRecordException extends Exception {

  UnreadableRecordException(ConsumerRecord<byte[], byte[]> record, String reason) {
    super("%s-%d at %d: %s".formatted(record.topic(), record.partition(), record.offset(), reason));
  }
}
