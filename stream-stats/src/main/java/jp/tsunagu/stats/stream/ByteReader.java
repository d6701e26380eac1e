package jp.tsunagu.stats.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ByteWriter} wrote. */
final class ByteReader {

  private static final int LOW_SEVEN = 0x7F;
  private static final int MORE = 0x80;
  private static final int BITS = 7;

  private final ByteBuffer bytes;

  ByteReader(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  byte readByte() {
    return bytes.get();
  }

  boolean readBoolean() {
    return bytes.get() != 0;
  }

  long readNumber() {
    long rest = 0;
    int shift = 0;
    int next;
    do {
      next = bytes.get();
      rest |= (long) (next & LOW_SEVEN) << shift;
      shift += BITS;
    } while ((next & MORE) != 0);
    return (rest >>> 1) ^ -(rest & 1);
  }

  String readText() {
    byte[] encoded = new byte[Math.toIntExact(readNumber())];
    bytes.get(encoded);
    return new String(encoded, StandardCharsets.UTF_8);
  }

  UUID readUuid() {
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  Instant readInstant() {
    return Instant.ofEpochMilli(bytes.getLong());
  }

  /** One of these constants, which are all of the enum in their order. */
  <E> E readEnum(List<E> constants) {
    return constants.get(bytes.get());
  }

  <T> @Nullable T readOptional(Function<ByteReader, T> reader) {
    return readBoolean() ? reader.apply(this) : null;
  }

  <T> List<T> readAll(Function<ByteReader, T> reader) {
    int size = Math.toIntExact(readNumber());
    List<T> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(reader.apply(this));
    }
    return values;
  }
}
