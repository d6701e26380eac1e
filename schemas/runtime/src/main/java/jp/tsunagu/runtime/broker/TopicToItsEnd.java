package jp.tsunagu.runtime.broker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads topics once, from their beginning up to where they end when the reading begins; committed
 * records only. It has a limit: where nothing comes for 30 s before the end, it fails.
 */
public record TopicToItsEnd(BrokerAccess broker, List<String> topics) {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final int MOST_EMPTY_POLLS = 150;

  /** Closing waits for the request that is under way, and at the end nothing comes any more. */
  private static final Map<String, Object> AT_ONCE =
      Map.of(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);

  /** Keeps an unmodifiable copy. */
  public TopicToItsEnd {
    topics = List.copyOf(topics);
  }

  /** Of one topic. */
  public TopicToItsEnd(BrokerAccess broker, String topic) {
    this(broker, List.of(topic));
  }

  /**
   * Gives every record to the reader, in order per partition.
   *
   * @throws TimeoutException when nothing came for 30 s before the end
   */
  public void readAll(java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    try (Consumer<byte[], byte[]> consumer = broker.consumer("to-the-end", AT_ONCE)) {
      List<TopicPartition> partitions =
          topics.stream().flatMap(each -> PartitionsOf.topic(consumer, each).stream()).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      goOn(consumer, consumer.endOffsets(partitions), reader);
    }
  }

  /**
   * The same with a consumer that is assigned and stands where it is to begin.
   *
   * @param ends where to stop, by partition
   * @throws TimeoutException when nothing came for 30 s before the end
   */
  public static void goOn(
      Consumer<byte[], byte[]> consumer,
      Map<TopicPartition, Long> ends,
      java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    int empty = 0;
    while (isBefore(consumer, ends)) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      records.forEach(reader);
      empty = records.isEmpty() ? empty + 1 : 0;
      if (empty > MOST_EMPTY_POLLS) {
        throw new TimeoutException("topics could not be read to their end");
      }
    }
  }

  private static boolean isBefore(
      Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }
}
