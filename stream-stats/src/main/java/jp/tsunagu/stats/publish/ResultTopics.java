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
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.TopicToItsEnd;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The compacted topics of results, which the gateway created. What stood there at the start is read
 * back, so that what went meanwhile gets its tombstone and what stayed is not sent again.
 */
final class ResultTopics implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ResultTopics.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int CLOSING_SECONDS = 2;

  private final JsonMapper json = JsonMapper.builder().build();
  private final Map<String, LastPublished> published = new HashMap<>();
  private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
  private final KafkaTemplate<byte[], byte[]> results;

  /** Reads back what stands on these topics; they must exist. */
  ResultTopics(BrokerAccess broker, List<Topic> topics) {
    topics.forEach(topic -> published.put(topic.name(), new LastPublished()));
    readBack(broker);
    producers =
        broker.producers(
            "results",
            Map.of(ProducerConfig.MAX_BLOCK_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis())));
    producers.setPhysicalCloseTimeout(CLOSING_SECONDS);
    results = new KafkaTemplate<>(producers);
  }

  /** Whether all of them exist. Asks without creating anything. */
  static boolean exist(BrokerAccess broker, List<Topic> topics)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<String> names = topics.stream().map(Topic::name).toList();
    try (Admin admin = broker.admin("results")) {
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
    try {
      var _ =
          results
              .send(new ProducerRecord<>(topic.name(), keyBytes, value.orElse(null)))
              .whenComplete((_, failed) -> notPublished(last, key, failed));
    } catch (KafkaException failed) {
      notPublished(last, key, failed);
    }
  }

  private static void notPublished(LastPublished last, String key, @Nullable Throwable failed) {
    if (failed != null) {
      last.isUncertain(key);
      LOG.warn("a result was not published: {}", failed.getClass().getSimpleName());
    }
  }

  private void readBack(BrokerAccess broker) {
    new TopicToItsEnd(broker, List.copyOf(published.keySet())).readAll(this::stands);
  }

  /** What has no key is none of ours. */
  private void stands(ConsumerRecord<byte[], byte[]> record) {
    LastPublished last = published.get(record.topic());
    if (last != null && record.key() != null) {
      last.stands(
          new String(record.key(), StandardCharsets.UTF_8), Optional.ofNullable(record.value()));
    }
  }

  @Override
  public void close() {
    producers.destroy();
  }
}
