package jp.tsunagu.connector.inbox.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import jp.tsunagu.connector.record.Alarm;
import org.apache.kafka.common.TopicPartition;

/** Partitions that are not read for the moment, each with the reason; tried again now and then. */
final class WaitingPartitions {

  static final Duration TRY_AGAIN = Duration.ofSeconds(2);

  private final OwnPart part;
  private final Map<TopicPartition, Waiting> waiting = new HashMap<>();

  private record Waiting(Alarm.Kind reason, long nextTryNanos) {}

  WaitingPartitions(OwnPart part) {
    this.part = part;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  boolean contains(TopicPartition partition) {
    return waiting.containsKey(partition);
  }

  void await(TopicPartition partition, Alarm.Kind reason) {
    part.stop(partition);
    waiting.put(partition, new Waiting(reason, System.nanoTime() + TRY_AGAIN.toNanos()));
  }

  void resume(TopicPartition partition) {
    waiting.remove(partition);
    part.goOn(partition);
  }

  /** Those whose time has come, with the reason each waits for. */
  Map<TopicPartition, Alarm.Kind> due() {
    Map<TopicPartition, Alarm.Kind> due = new HashMap<>();
    long now = System.nanoTime();
    waiting.forEach(
        (partition, entry) -> {
          if (now - entry.nextTryNanos() >= 0) {
            due.put(partition, entry.reason());
          }
        });
    return due;
  }
}
