package jp.tsunagu.compose.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What any program must do that reads a record and writes one exactly once: the same bytes read
 * from one topic and written to another with the place in the same transaction, which ends as often
 * as the gateway's. It decides nothing, keeps nothing and has one reader.
 */
final class BareTransactions {
  /** As the gateway's (its {@code StreamSettings}). */
  private static final Duration COMMIT_INTERVAL = Duration.ofMillis(25);

  private static final Map<String, Object> POLLS =
      Map.of(
          "max.poll.records",
          100,
          "isolation.level",
          "read_committed",
          "auto.offset.reset",
          "earliest",
          "enable.auto.commit",
          false);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Map<String, Object> broker;
  private final OutboxBytes payloads;
  private final String name = "bench.transactions." + UUID.randomUUID();
  private final String source = name + ".from";
  private final String sink = name + ".to";

  BareTransactions(Map<String, String> broker, OutboxBytes payloads) {
    this.broker = new HashMap<>(broker);
    this.payloads = payloads;
  }

  /** So many, which lie there before it begins. */
  Latencies run(int count) throws InterruptedException, ExecutionException {
    fill(count);
    var latencies = new Latencies(count);
    try (var consumer =
            new KafkaConsumer<>(
                with(POLLS), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var producer = producer(Map.of("transactional.id", name))) {
      producer.initTransactions();
      consumer.assign(
          IntStream.range(0, payloads.partitions())
              .mapToObj(partition -> new TopicPartition(source, partition))
              .toList());
      copy(consumer, producer, latencies);
    }
    return latencies;
  }

  private void fill(int count) throws InterruptedException, ExecutionException {
    try (var admin = Admin.create(broker)) {
      var topics =
          List.of(source, sink).stream()
              .map(topic -> new NewTopic(topic, payloads.partitions(), (short) 1))
              .toList();
      admin.createTopics(topics).all().get();
    }
    try (var producer = producer(Map.of())) {
      for (var index = 0; index < count; index++) {
        var bytes = payloads.toList().get(index % payloads.toList().size());
        var unused = producer.send(new ProducerRecord<>(source, bytes));
      }
    }
  }

  private void copy(
      KafkaConsumer<byte[], byte[]> consumer,
      KafkaProducer<byte[], byte[]> producer,
      Latencies latencies) {
    var done = 0;
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (done < latencies.count() && System.nanoTime() < end) {
      done += transaction(consumer, producer, latencies, done);
    }
  }

  private int transaction(
      KafkaConsumer<byte[], byte[]> consumer,
      KafkaProducer<byte[], byte[]> producer,
      Latencies latencies,
      int done) {
    var begun = System.nanoTime();
    var places = new HashMap<TopicPartition, OffsetAndMetadata>();
    var copied = 0;
    producer.beginTransaction();
    do {
      for (var message : consumer.poll(POLL)) {
        var unused = producer.send(new ProducerRecord<>(sink, message.key(), message.value()));
        places.put(
            new TopicPartition(message.topic(), message.partition()),
            new OffsetAndMetadata(message.offset() + 1));
        latencies.begun(done + copied++, begun);
      }
    } while (done + copied < latencies.count()
        && System.nanoTime() - begun < COMMIT_INTERVAL.toNanos());
    producer.sendOffsetsToTransaction(places, consumer.groupMetadata());
    producer.commitTransaction();
    IntStream.range(done, done + copied).forEach(latencies::seen);
    return copied;
  }

  private KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings) {
    return new KafkaProducer<>(
        with(settings), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private Map<String, Object> with(Map<String, Object> settings) {
    var all = new HashMap<>(broker);
    all.putAll(settings);
    all.put("group.id", name);
    return all;
  }
}
