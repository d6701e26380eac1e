package jp.tsunagu.runtime.broker;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a follower does when its sink could not take a record. */
@FunctionalInterface
public interface Refusal {

  /** Stands before the record, says so, and tries it again with back-off. */
  Refusal WAIT = (_, _) -> Next.TRY_AGAIN;

  /** How a follower goes on. */
  enum Next {
    /** Nothing after this record is read before it was taken. */
    TRY_AGAIN,
    /** The record has been dealt with otherwise; the next one comes. */
    GO_ON
  }

  /**
   * Answers for one record.
   *
   * @param reason an {@link UnreadableRecordException}, or any fault of the sink
   */
  Next of(ConsumerRecord<byte[], byte[]> record, Throwable reason);
}
