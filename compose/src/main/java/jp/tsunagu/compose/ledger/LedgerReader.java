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
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.PartitionsOf;
import jp.tsunagu.runtime.broker.TopicToItsEnd;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads the ledger like any observer: committed records only, without a group. For one thread.
 *
 * <p>A position stays where the last reading ended, so that {@link #next()} gives what is new.
 */
public final class LedgerReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<byte[], byte[]> consumer;
  private final Codec codec = Codec.standard();
  private final List<TopicPartition> partitions;
  private final Map<TopicPartition, Long> begin = new HashMap<>();

  private LedgerReader(Consumer<byte[], byte[]> consumer, String topic) {
    this.consumer = consumer;
    this.partitions = PartitionsOf.topic(consumer, topic);
    consumer.assign(partitions);
  }

  /** A reader that begins with the oldest record. */
  public static LedgerReader fromBeginning(BrokerAccess broker, NetworkId network) {
    var reader = reader(broker, network);
    reader.consumer.seekToBeginning(reader.partitions);
    return reader;
  }

  /** A reader that begins with what comes after this moment. */
  public static LedgerReader fromNow(BrokerAccess broker, NetworkId network) {
    var reader = reader(broker, network);
    reader.consumer.seekToEnd(reader.partitions);
    // seeking is lazy: only asking for the position fixes it
    reader.partitions.forEach(part -> reader.begin.put(part, reader.consumer.position(part)));
    return reader;
  }

  private static LedgerReader reader(BrokerAccess broker, NetworkId network) {
    return new LedgerReader(
        broker.consumer(network.value(), Map.of()), new Topics(network).ledger().name());
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

  /**
   * Everything up to the end as it is at this moment.
   *
   * @throws org.apache.kafka.common.errors.TimeoutException when nothing comes for 30 s before it
   */
  public List<CaseEvent> toEnd() {
    var events = new ArrayList<CaseEvent>();
    TopicToItsEnd.goOn(
        consumer, consumer.endOffsets(partitions), message -> events.add(event(message)));
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
