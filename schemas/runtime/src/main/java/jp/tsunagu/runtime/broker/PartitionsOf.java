package jp.tsunagu.runtime.broker;

import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** The partitions of topics. */
public final class PartitionsOf {

  private PartitionsOf() {}

  /** All of a topic's, in their order; none where it does not exist. */
  public static List<TopicPartition> topic(Consumer<?, ?> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(each -> new TopicPartition(topic, each.partition()))
        .sorted((one, other) -> Integer.compare(one.partition(), other.partition()))
        .toList();
  }
}
