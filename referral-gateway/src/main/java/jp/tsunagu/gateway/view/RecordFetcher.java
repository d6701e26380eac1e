package jp.tsunagu.gateway.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import jp.tsunagu.runtime.broker.BrokerAccess;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads single records of a topic by their offsets, with a few consumers kept for it.
 *
 * <p>Bounded: at most {@value #CONSUMERS} readings at a time, each at most five seconds including
 * the wait for its turn. What does not come in time is an empty answer, not a partial one.
 */
final class RecordFetcher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RecordFetcher.class);
  private static final int CONSUMERS = 4;
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Map<String, Object> SETTINGS =
      Map.of(
          ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 262_144,
          ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);

  private final String topic;
  private final BrokerAccess broker;
  private final BlockingQueue<Place> idle = new ArrayBlockingQueue<>(CONSUMERS);

  RecordFetcher(String topic, BrokerAccess broker) {
    this.topic = topic;
    this.broker = broker;
    for (int place = 0; place < CONSUMERS; place++) {
      idle.add(new Place("fetch-" + place));
    }
  }

  /**
   * The records at these ascending offsets, in that order; empty when they did not come in time.
   */
  Optional<List<ConsumerRecord<byte[], byte[]>>> fetch(int partition, long[] offsets) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    Place place = take();
    if (place == null) {
      return Optional.empty();
    }
    try {
      return read(place.open(broker), new TopicPartition(topic, partition), offsets, deadline);
    } catch (KafkaException exception) {
      LOG.warn("{}-{}: reading on demand failed: {}", topic, partition, exception.toString());
      place.abandon();
      return Optional.empty();
    } finally {
      idle.add(place);
    }
  }

  @Override
  public void close() {
    for (int closed = 0; closed < CONSUMERS; closed++) {
      Place place = take();
      if (place != null) {
        place.abandon();
      }
    }
  }

  private @Nullable Place take() {
    try {
      return idle.poll(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private static Optional<List<ConsumerRecord<byte[], byte[]>>> read(
      Consumer<byte[], byte[]> consumer, TopicPartition partition, long[] offsets, long deadline) {
    List<ConsumerRecord<byte[], byte[]>> wanted = new ArrayList<>(offsets.length);
    consumer.assign(List.of(partition));
    while (wanted.size() < offsets.length) {
      if (System.nanoTime() > deadline) {
        return Optional.empty();
      }
      consumer.seek(partition, offsets[wanted.size()]);
      pick(consumer.poll(POLL).records(partition), offsets, wanted);
    }
    return Optional.of(wanted);
  }

  private static void pick(
      List<ConsumerRecord<byte[], byte[]>> batch,
      long[] offsets,
      List<ConsumerRecord<byte[], byte[]>> wanted) {
    for (ConsumerRecord<byte[], byte[]> record : batch) {
      if (wanted.size() < offsets.length && record.offset() == offsets[wanted.size()]) {
        wanted.add(record);
      }
    }
  }

  /** A place for one reader, with its consumer once it was needed. */
  private static final class Place {

    private final String purpose;
    private @Nullable Consumer<byte[], byte[]> consumer;

    Place(String purpose) {
      this.purpose = purpose;
    }

    Consumer<byte[], byte[]> open(BrokerAccess broker) {
      Consumer<byte[], byte[]> open =
          consumer == null ? broker.consumer(purpose, SETTINGS) : consumer;
      consumer = open;
      return open;
    }

    void abandon() {
      if (consumer != null) {
        consumer.close();
        consumer = null;
      }
    }
  }
}
