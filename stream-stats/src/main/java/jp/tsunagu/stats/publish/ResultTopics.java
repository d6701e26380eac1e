package jp.tsunagu.stats.publish;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.tsunagu.contract.topic.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The compacted topics of results, which the gateway created. What stood there at the start is read
 * back, so that what went meanwhile gets its tombstone and what stayed is not sent again.
 */
final class ResultTopics implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ResultTopics.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final JsonMapper json = JsonMapper.builder().build();
  private final Map<String, LastPublished> published = new HashMap<>();
  private final KafkaProducer<byte[], byte[]> producer;

  /** Reads back what stands on these topics; they must exist. */
  ResultTopics(String brokers, List<Topic> topics) {
    topics.forEach(topic -> published.put(topic.name(), new LastPublished()));
    readBack(brokers);
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                Math.toIntExact(PATIENCE.toMillis())),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Whether all of them exist. Asks without creating anything. */
  static boolean exist(String brokers, List<Topic> topics)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<String> names = topics.stream().map(Topic::name).toList();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      admin.describeTopics(names).allTopicNames().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException missing) {
      if (missing.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw missing;
    }
  }

  /** Makes the topic hold these records and no others. */
  void publish(Topic topic, Map<String, ?> records) {
    LastPublished last = published.getOrDefault(topic.name(), new LastPublished());
    SortedMap<String, byte[]> wanted = new TreeMap<>();
    records.forEach((key, value) -> wanted.put(key, json.writeValueAsBytes(value)));
    last.changesTo(wanted).forEach((key, value) -> send(topic, last, key, value));
  }

  private void send(Topic topic, LastPublished last, String key, Optional<byte[]> value) {
    last.stands(key, value);
    byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
    var _ =
        producer.send(
            new ProducerRecord<>(topic.name(), keyBytes, value.orElse(null)),
            (_, failed) -> {
              if (failed != null) {
                last.isUncertain(key);
                LOG.warn("a result was not published: {}", failed.getClass().getSimpleName());
              }
            });
  }

  private void readBack(String brokers) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", brokers,
                "enable.auto.commit", "false",
                "allow.auto.create.topics", "false"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          published.keySet().stream()
              .flatMap(topic -> consumer.partitionsFor(topic, PATIENCE).stream())
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
      while (partitions.stream()
          .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
        consumer
            .poll(PATIENCE)
            .forEach(
                record ->
                    published
                        .getOrDefault(record.topic(), new LastPublished())
                        .stands(
                            new String(record.key(), StandardCharsets.UTF_8),
                            Optional.ofNullable(record.value())));
      }
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
  }
}
