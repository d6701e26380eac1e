package jp.tsunagu.runtime.broker;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes the committed records of a topic, in order per partition, on one thread. Every record comes
 * here: one without a key, one without a value (a deletion) and one that nobody can read too.
 */
@FunctionalInterface
public interface RecordSink {

  /** Takes one record; the same one is given again only if this fails. */
  void accept(ConsumerRecord<byte[], byte[]> record);

  /**
   * Called by the same thread between two readings of the broker, once everything that stood in the
   * topic at the start has come here. If it fails, it is called again with back-off.
   */
  default void upToDate() {}
}
