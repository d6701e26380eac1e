package jp.tsunagu.compose.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the ledger like any observer: committed records only, without a group. For one thread.
 *
 * <p>A position stays where the last reading ended, so that {@link #next()} gives what is new.
 */
public final class LedgerReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Codec codec = Codec.standard();
  private final List<TopicPartition> partitions;
  private final Map<TopicPartition, Long> begin = new HashMap<>();

  private LedgerReader(KafkaConsumer<byte[], byte[]> consumer, String topic) {
    this.consumer = consumer;
    this.partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
  }

  /** A reader that begins with the oldest record. */
  public static LedgerReader fromBeginning(String bootstrapServers, NetworkId network) {
    var reader = reader(bootstrapServers, network);
    reader.consumer.seekToBeginning(reader.partitions);
    return reader;
  }

  /** A reader that begins with what comes after this moment. */
  public static LedgerReader fromNow(String bootstrapServers, NetworkId network) {
    var reader = reader(bootstrapServers, network);
    reader.consumer.seekToEnd(reader.partitions);
    // seeking is lazy: only asking for the position fixes it
    reader.partitions.forEach(part -> reader.begin.put(part, reader.consumer.position(part)));
    return reader;
  }

  private static LedgerReader reader(String bootstrapServers, NetworkId network) {
    var bytes = new ByteArrayDeserializer();
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", "false");
    return new LedgerReader(
        new KafkaConsumer<>(settings, bytes, bytes), new Topics(network).ledger().name());
  }

  /** Goes back to where this reader began. */
  public void restart() {
    partitions.forEach(part -> consumer.seek(part, begin.getOrDefault(part, 0L)));
  }

  /** What came since the last call, in order within a case; waits a little if there is nothing. */
  public List<CaseEvent> next() {
    var events = new ArrayList<CaseEvent>();
    for (var message : consumer.poll(POLL)) {
      events.add(event(message));
    }
    return events;
  }

  /** Everything up to the end as it is at this moment. */
  public List<CaseEvent> toEnd() {
    var ends = consumer.endOffsets(partitions);
    var events = new ArrayList<CaseEvent>();
    while (partitions.stream()
        .anyMatch(part -> consumer.position(part) < ends.getOrDefault(part, 0L))) {
      events.addAll(next());
    }
    return events;
  }

  private CaseEvent event(ConsumerRecord<byte[], byte[]> message) {
    return switch (codec.decode(message.value())) {
      case Decoded.Readable(CaseEvent event) -> event;
      case Decoded.Readable(var other) ->
          throw new IllegalStateException(
              "the ledger holds a " + other.getClass().getSimpleName() + " at " + place(message));
      case Decoded.Unreadable(var reason) ->
          throw new IllegalStateException(reason + " in the ledger at " + place(message));
    };
  }

  private static String place(ConsumerRecord<byte[], byte[]> message) {
    return message.topic() + "-" + message.partition() + "@" + message.offset();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
