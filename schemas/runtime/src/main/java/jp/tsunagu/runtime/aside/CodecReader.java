package jp.tsunagu.runtime.aside;

import java.util.function.IntSupplier;
import java.util.function.Predicate;
import jp.tsunagu.contract.growth.NewerRecord;
import jp.tsunagu.contract.topic.Partitions;
import jp.tsunagu.contract.topic.Retention;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import jp.tsunagu.runtime.aside.Reading.Readable;
import jp.tsunagu.runtime.aside.Reading.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * Reads the contract's records: each under a usable key that is its own, in the partition of that
 * key, no larger than its topic allows, of the type this reader takes.
 */
public final class CodecReader<T> implements RecordReader<T> {

  private final Codec codec;
  private final Class<T> type;
  private final KeyRule<T> keys;
  private final IntSupplier partitions;
  private final int mostBytes;
  private final boolean takesDeletions;
  private final Predicate<Class<?>> carried;

  /**
   * A reader of one topic.
   *
   * @param partitions how many the topic has; 0 while that is not known, then none is wrong
   * @param mostBytes the largest key and value together
   * @param takesDeletions whether a record without value says that what it is about is gone
   */
  public CodecReader(
      Codec codec,
      Class<T> type,
      KeyRule<T> keys,
      IntSupplier partitions,
      int mostBytes,
      boolean takesDeletions) {
    this.codec = codec;
    this.type = type;
    this.keys = keys;
    this.partitions = partitions;
    this.mostBytes = mostBytes;
    this.takesDeletions = takesDeletions;
    this.carried = _ -> true;
  }

  private CodecReader(
      Codec codec, Topic topic, Class<T> type, KeyRule<T> keys, IntSupplier partitions) {
    this.codec = codec;
    this.type = type;
    this.keys = keys;
    this.partitions = partitions;
    this.mostBytes = topic.maxRecordBytes();
    this.takesDeletions = topic.retention() instanceof Retention.Compacted;
    this.carried = topic.carries()::contains;
  }

  /** A reader of what this topic carries, whose deletions mean something where it is compacted. */
  public static <T> CodecReader<T> of(
      Codec codec, Topic topic, Class<T> type, KeyRule<T> keys, IntSupplier partitions) {
    return new CodecReader<>(codec, topic, type, keys, partitions);
  }

  @Override
  public Reading<T> read(RawRecord record) {
    if (record.key() == null) {
      return new Unreadable<>(null, AsideReason.KEY_MISSING);
    }
    String key = keys.read(record.key());
    if (key == null) {
      return new Unreadable<>(null, AsideReason.KEY_UNUSABLE);
    }
    if (isMisplaced(record)) {
      return new Unreadable<>(key, AsideReason.PARTITION_WRONG);
    }
    return record.size() > mostBytes
        ? new Unreadable<>(key, AsideReason.OVERSIZED)
        : read(key, record.value());
  }

  private boolean isMisplaced(RawRecord record) {
    int count = partitions.getAsInt();
    byte[] key = record.key();
    return key != null && count > 0 && Partitions.of(key, count) != record.place().partition();
  }

  private Reading<T> read(String key, byte @Nullable [] value) {
    if (value == null) {
      return takesDeletions
          ? new Readable<>(key, null)
          : new Unreadable<>(key, AsideReason.VALUE_MISSING);
    }
    return switch (codec.decode(value)) {
      case Decoded.Readable(Object read) when isTaken(read) -> own(key, type.cast(read));
      case Decoded.Readable _ -> new Unreadable<>(key, AsideReason.ANOTHER_KIND);
      case Decoded.Unreadable(var reason) -> new Unreadable<>(key, AsideReason.of(reason));
    };
  }

  private boolean isTaken(Object read) {
    return type.isInstance(read) && (read instanceof NewerRecord || carried.test(read.getClass()));
  }

  private Reading<T> own(String key, T value) {
    return keys.isOf(value, key)
        ? new Readable<>(key, value)
        : new Unreadable<>(key, AsideReason.KEY_WRONG);
  }
}
