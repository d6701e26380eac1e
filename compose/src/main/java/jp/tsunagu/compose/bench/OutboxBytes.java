package jp.tsunagu.compose.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.contract.topic.Topics;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What the sender's connector really sent: the bytes for the bare measurement. */
final class OutboxBytes {
  private static final Duration POLL = Duration.ofSeconds(2);

  /** Larger than every command without a dossier. */
  private static final int LEAST_WITH_DOSSIER = 600;

  private OutboxBytes() {}

  /** The records with a sealed dossier that stand in the sender's outbox. */
  static List<byte[]> read(String bootstrapServers) {
    var bytes = new ByteArrayDeserializer();
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
    var topic = new Topics(SampleCity.NETWORK).outbox(Work.SENDER).name();
    try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var records = new ArrayList<byte[]>();
      var some = consumer.poll(POLL);
      while (!some.isEmpty()) {
        some.forEach(message -> records.add(message.value()));
        some = consumer.poll(POLL);
      }
      return records.stream().filter(value -> value.length > LEAST_WITH_DOSSIER).toList();
    }
  }
}
