package jp.tsunagu.compose.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import jp.tsunagu.runtime.waiting.BoundedWait;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.IntegerDeserializer;
import org.apache.kafka.common.serialization.IntegerSerializer;

/**
 * The same bytes through the broker alone: an idempotent producer with all acknowledgements, one
 * topic with as many partitions as the network, a consumer of committed records.
 */
final class BareBroker implements AutoCloseable {
  private static final String TOPIC = "bench.bare.v1";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Map<String, Object> settings;
  private final OutboxBytes payloads;
  private final KafkaProducer<Integer, byte[]> producer;

  BareBroker(Map<String, String> broker, OutboxBytes payloads)
      throws InterruptedException, ExecutionException {
    this.settings = new HashMap<>(broker);
    settings.put("isolation.level", "read_committed");
    this.payloads = payloads;
    create();
    var producing = new HashMap<String, Object>(broker);
    producing.putAll(Map.of("acks", "all", "enable.idempotence", true));
    this.producer =
        new KafkaProducer<>(producing, new IntegerSerializer(), new ByteArraySerializer());
  }

  private void create() throws InterruptedException, ExecutionException {
    try (var admin = Admin.create(settings)) {
      admin
          .createTopics(List.of(new NewTopic(TOPIC, payloads.partitions(), (short) 1)))
          .all()
          .get();
    } catch (ExecutionException exception) {
      if (!(exception.getCause() instanceof TopicExistsException)) {
        throw exception;
      }
    }
  }

  /** So many, until the last one is consumed. */
  Latencies run(int count, Pacing pacing) throws TimeoutException {
    var latencies = new Latencies(count);
    consuming(
        latencies,
        () -> {
          pacing.run(latencies, this::send);
          if (pacing.isAsFastAsPossible()) {
            producer.flush();
          }
        });
    return latencies;
  }

  private void send(int index) {
    var bytes = payloads.toList();
    var record = new ProducerRecord<>(TOPIC, index, bytes.get(index % bytes.size()));
    var unused = producer.send(record);
  }

  private void consuming(Latencies latencies, Runnable sending) throws TimeoutException {
    var over = new AtomicBoolean();
    var listening = new AtomicBoolean();
    var consumer = Thread.ofPlatform().start(() -> consume(latencies, listening, over));
    try {
      BoundedWait.until("a consumer", PATIENCE, listening::get);
      sending.run();
      BoundedWait.until(
          "the last record", PATIENCE, () -> latencies.seenCount() == latencies.count());
    } finally {
      over.set(true);
      join(consumer);
    }
  }

  private void consume(Latencies latencies, AtomicBoolean listening, AtomicBoolean over) {
    try (var consumer =
        new KafkaConsumer<>(settings, new IntegerDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          IntStream.range(0, payloads.partitions())
              .mapToObj(partition -> new TopicPartition(TOPIC, partition))
              .toList();
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      partitions.forEach(consumer::position);
      listening.set(true);
      while (!over.get()) {
        consumer.poll(Duration.ofMillis(100)).forEach(message -> latencies.seen(message.key()));
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
