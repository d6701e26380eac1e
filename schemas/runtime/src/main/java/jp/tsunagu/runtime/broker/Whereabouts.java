package jp.tsunagu.runtime.broker;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What may be told about a record or a fault: kinds and places, never what a record says. */
public final class Whereabouts {

  private Whereabouts() {}

  /** Topic, partition and offset. */
  public static String of(ConsumerRecord<?, ?> record) {
    return "%s-%d at %d".formatted(record.topic(), record.partition(), record.offset());
  }

  /** Kind of the root cause and where in the program it came up. */
  public static String of(Throwable fault) {
    Throwable root = fault;
    for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
      root = cause;
    }
    StackTraceElement[] places = root.getStackTrace();
    return root.getClass().getName() + (places.length == 0 ? "" : " at " + places[0]);
  }
}
