package jp.tsunagu.scheduler.knowledge;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes the committed records of a topic, in order per partition, on one thread. */
interface RecordSink {

  /** Takes one record; the same one is given again only if this fails. */
  void accept(ConsumerRecord<byte[], byte[]> record) throws UnreadableRecordException;
}
