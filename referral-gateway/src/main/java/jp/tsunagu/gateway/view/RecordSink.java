package jp.tsunagu.gateway.view;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes the committed records of a topic, in order per partition, on one thread. */
interface RecordSink {

  /** Takes one record; the same one is never given twice unless this fails. */
  void accept(ConsumerRecord<byte[], byte[]> record) throws UnreadableRecordException;
}
