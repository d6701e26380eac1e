package jp.tsunagu.scheduler.engine;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.Record;

/** A record on its way out. */
record Outgoing(Sink sink, byte[] key, byte[] value, Iterable<Header> headers) {

  /** The sinks of the topology, by their names. */
  enum Sink {
    MEETING_EVENTS("meeting-events"),
    OUTBOX("outbox"),
    DEAD_LETTERS("dead-letters");

    private final String node;

    Sink(String node) {
      this.node = node;
    }

    String node() {
      return node;
    }
  }

  static byte[] keyOf(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  Record<byte[], Outgoing> toRecord(long timestamp) {
    Record<byte[], Outgoing> record = new Record<>(key, this, timestamp);
    headers.forEach(record.headers()::add);
    return record;
  }

  /** Only the bytes travel. */
  static Serializer<Outgoing> serializer() {
    return (_, outgoing) -> outgoing == null ? null : outgoing.value();
  }
}
