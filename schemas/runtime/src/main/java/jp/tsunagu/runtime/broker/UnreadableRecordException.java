package jp.tsunagu.runtime.broker;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that this program cannot read; it names the place, never the content. */
public final class UnreadableRecordException extends Exception {

  /** At this record; the reason must not quote it. */
  public UnreadableRecordException(ConsumerRecord<byte[], byte[]> record, String reason) {
    super(Whereabouts.of(record) + ": " + reason);
  }
}
