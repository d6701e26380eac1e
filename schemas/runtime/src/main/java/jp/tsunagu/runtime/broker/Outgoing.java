package jp.tsunagu.runtime.broker;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * A record on its way out of a stream.
 *
 * @param sink the sink it leaves by
 * @param topic where it goes
 */
public record Outgoing(
    Sink sink, String topic, byte[] key, byte[] value, Iterable<Header> headers) {

  /** A sink of a topology. */
  public interface Sink {

    /** Its name in the topology. */
    String node();
  }

  /** Puts a sink behind this processor; each record goes to the topic it names. */
  public static void addSink(Topology topology, Sink sink, String processor) {
    TopicNameExtractor<byte[], Outgoing> named = new NamedTopic();
    topology.addSink(sink.node(), named, new ByteArraySerializer(), serializer(), processor);
  }

  /** Puts a sink behind this processor for one topic. */
  public static void addSink(Topology topology, Sink sink, String topic, String processor) {
    topology.addSink(sink.node(), topic, new ByteArraySerializer(), serializer(), processor);
  }

  /** A key as it travels. */
  public static byte[] keyOf(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The headers of a dead letter: why, and where it stood. */
  public static List<Header> deadLetter(String reason, String topic, int partition, long offset) {
    return List.of(
        header("dlq-reason", reason),
        header("dlq-topic", topic),
        header("dlq-partition", Integer.toString(partition)),
        header("dlq-offset", Long.toString(offset)));
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /** As a processor forwards it; nothing of the incoming record goes along. */
  public Record<byte[], Outgoing> toRecord(long timestamp) {
    Record<byte[], Outgoing> record = new Record<>(key, this, timestamp);
    headers.forEach(record.headers()::add);
    return record;
  }

  private record NamedTopic() implements TopicNameExtractor<byte[], Outgoing> {
    @Override
    public String extract(byte[] key, Outgoing outgoing, RecordContext context) {
      return outgoing.topic();
    }
  }

  /** Only the bytes travel. */
  private static Serializer<Outgoing> serializer() {
    return (_, outgoing) -> outgoing == null ? null : outgoing.value();
  }
}
