package jp.tsunagu.stats.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.stats.testing.CaseStory;
import jp.tsunagu.stats.testing.RandomStory;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes seeded cases into a ledger; some thousand of them go on at the same time. */
final class SyntheticLedger implements AutoCloseable {

  private static final int AT_THE_SAME_TIME = 2_000;
  private static final Instant BEGINNING = Instant.parse("2024-04-01T00:00:00Z");
  private static final Duration BETWEEN_CASES = Duration.ofSeconds(100);

  private final Random random = new Random(20_201);
  private final Codec codec = Codec.standard();
  private final String topic;
  private final KafkaProducer<byte[], byte[]> producer;
  private final List<Deque<CaseEvent>> running = new ArrayList<>();
  private long cases;
  private long events;
  private long bytes;

  SyntheticLedger(String brokers, String topic) {
    this.topic = topic;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.BATCH_SIZE_CONFIG,
                256 << 10),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Appends until there are so many events. */
  void fill(long wanted) {
    while (events < wanted) {
      if (running.size() < AT_THE_SAME_TIME) {
        running.add(new ArrayDeque<>(next().events()));
      }
      int which = random.nextInt(running.size());
      Deque<CaseEvent> story = running.get(which);
      append(story.removeFirst());
      if (story.isEmpty()) {
        running.set(which, running.getLast());
        running.removeLast();
      }
    }
    producer.flush();
  }

  private CaseStory next() {
    Instant beginning = BEGINNING.plus(BETWEEN_CASES.multipliedBy(cases));
    return RandomStory.of(random, ++cases, beginning);
  }

  void append(CaseEvent event) {
    byte[] value = codec.encode((Record) event);
    byte[] key = event.header().caseId().toString().getBytes(StandardCharsets.UTF_8);
    events++;
    bytes += value.length;
    var _ = producer.send(new ProducerRecord<>(topic, key, value));
  }

  long events() {
    return events;
  }

  long cases() {
    return cases;
  }

  long bytes() {
    return bytes;
  }

  @Override
  public void close() {
    producer.close();
  }
}
