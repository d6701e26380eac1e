package jp.tsunagu.runtime.aside;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came, read or not.
 *
 * @param key as bytes; none where the record has none
 * @param value as bytes; none for a deletion
 */
public record RawRecord(Place place, byte @Nullable [] key, byte @Nullable [] value) {

  /** What a consumer was given. */
  public static RawRecord of(ConsumerRecord<byte[], byte[]> record) {
    return new RawRecord(
        new Place(record.topic(), record.partition(), record.offset()),
        record.key(),
        record.value());
  }

  /** How many bytes key and value have together. */
  public int size() {
    return (key == null ? 0 : key.length) + (value == null ? 0 : value.length);
  }
}
