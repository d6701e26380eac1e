package jp.tsunagu.contract.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.topic.Partitions;
import jp.tsunagu.contract.topic.Topic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that no reader can use, of every kind that can come.
 *
 * @param kind what is wrong with it
 */
public record BadRecord(Kind kind, ProducerRecord<byte[], byte[]> record) {

  /** What can be wrong. */
  public enum Kind {
    GARBAGE,
    NULL_KEY,
    NULL_VALUE,
    UNKNOWN_ID,
    WRONG_KEY,
    WRONG_PARTITION,
    OVERSIZED
  }

  private static final int ROOM_FOR_HEADERS = 4_096;
  private static final byte UNKNOWN = 0x7F;

  /**
   * One of every kind for this topic.
   *
   * @param key under which they come: what they touch
   * @param other a key of another case, body or agency, under which the good record comes once
   * @param good the bytes of a record that belongs under {@code key}
   * @param partitions of the topic; with one there is no wrong one
   */
  public static List<BadRecord> ofEveryKind(
      Topic topic, String key, String other, byte[] good, int partitions) {
    return Stream.of(Kind.values())
        .filter(kind -> kind != Kind.WRONG_PARTITION || partitions > 1)
        .map(kind -> new BadRecord(kind, of(kind, topic, key, other, good, partitions)))
        .toList();
  }

  private static ProducerRecord<byte[], byte[]> of(
      Kind kind, Topic topic, String key, String other, byte[] good, int partitions) {
    int right = Partitions.of(key, partitions);
    return switch (kind) {
      case GARBAGE -> record(topic, right, key, "文字化け".getBytes(StandardCharsets.UTF_8));
      case NULL_KEY -> record(topic, right, null, good);
      case NULL_VALUE -> record(topic, right, key, null);
      case UNKNOWN_ID -> record(topic, right, key, ofTheFuture(good));
      case WRONG_KEY -> record(topic, Partitions.of(other, partitions), other, good);
      case WRONG_PARTITION -> record(topic, (right + 1) % partitions, key, good);
      case OVERSIZED ->
          record(topic, right, key, new byte[topic.maxRecordBytes() - ROOM_FOR_HEADERS]);
    };
  }

  private static ProducerRecord<byte[], byte[]> record(
      Topic topic, int partition, @Nullable String key, byte @Nullable [] value) {
    byte[] bytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topic.name(), partition, bytes, value);
  }

  private static byte[] ofTheFuture(byte[] good) {
    byte[] changed = Arrays.copyOf(good, good.length);
    changed[1] = UNKNOWN;
    return changed;
  }
}
