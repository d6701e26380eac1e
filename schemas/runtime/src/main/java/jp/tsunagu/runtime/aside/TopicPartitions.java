package jp.tsunagu.runtime.aside;

import java.util.Map;
import java.util.function.IntSupplier;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.PartitionsOf;
import org.apache.kafka.clients.consumer.Consumer;

/** How many partitions a topic has: asked once, when its first record is looked at. */
final class TopicPartitions implements IntSupplier {

  private final String topic;
  private final BrokerAccess broker;
  private volatile int count;

  TopicPartitions(String topic, BrokerAccess broker) {
    this.topic = topic;
    this.broker = broker;
  }

  /**
   * The number; 0 where there is no such topic.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker cannot be asked now
   */
  @Override
  public int getAsInt() {
    if (count == 0) {
      try (Consumer<byte[], byte[]> consumer = broker.consumer("partitions-" + topic, Map.of())) {
        count = PartitionsOf.topic(consumer, topic).size();
      }
    }
    return count;
  }
}
