package jp.tsunagu.stats.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer that does nothing with what it reads. */
final class BareConsumer {

  private BareConsumer() {}

  static KafkaConsumer<byte[], byte[]> of(String brokers) {
    return new KafkaConsumer<>(
        Map.<String, Object>of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            brokers,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            1_000,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            "false"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  /** Reads the whole topic; gives the events per second. */
  static double scan(String brokers, String topic, long events) {
    try (KafkaConsumer<byte[], byte[]> consumer = of(brokers)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long begun = System.nanoTime();
      long read = 0;
      while (read < events) {
        read += consumer.poll(Duration.ofSeconds(1)).count();
      }
      return read * 1e9 / (System.nanoTime() - begun);
    }
  }
}
