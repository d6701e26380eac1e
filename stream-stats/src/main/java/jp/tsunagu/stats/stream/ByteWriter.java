package jp.tsunagu.stats.stream;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Numbers of seven bits a byte and texts with their length: what is stored is mostly small. */
final class ByteWriter {

  private static final int USUAL_SIZE = 512;
  private static final int LONGEST_NUMBER = 10;
  private static final int LOW_SEVEN = 0x7F;
  private static final int MORE = 0x80;
  private static final int BITS = 7;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes = new byte[USUAL_SIZE];
  private int size;

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  void writeByte(int value) {
    makeRoom(1);
    bytes[size++] = (byte) value;
  }

  void writeBoolean(boolean value) {
    writeByte(value ? 1 : 0);
  }

  void writeNumber(long number) {
    makeRoom(LONGEST_NUMBER);
    long rest = (number << 1) ^ (number >> (Long.SIZE - 1));
    while ((rest & ~LOW_SEVEN) != 0) {
      bytes[size++] = (byte) ((rest & LOW_SEVEN) | MORE);
      rest >>>= BITS;
    }
    bytes[size++] = (byte) rest;
  }

  void writeText(String text) {
    int start = size;
    writeNumber(text.length());
    if (!writeAscii(text)) {
      size = start;
      writeEncoded(text);
    }
  }

  /** Ids and codes, as nearly all texts here are; whether it is one, else it wrote half of it. */
  private boolean writeAscii(String text) {
    makeRoom(text.length());
    for (int place = 0; place < text.length(); place++) {
      char one = text.charAt(place);
      if (one >= MORE) {
        return false;
      }
      bytes[size++] = (byte) one;
    }
    return true;
  }

  private void writeEncoded(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    writeNumber(encoded.length);
    makeRoom(encoded.length);
    System.arraycopy(encoded, 0, bytes, size, encoded.length);
    size += encoded.length;
  }

  void writeUuid(UUID id) {
    writeLong(id.getMostSignificantBits());
    writeLong(id.getLeastSignificantBits());
  }

  void writeInstant(Instant moment) {
    writeLong(moment.toEpochMilli());
  }

  void writeEnum(Enum<?> constant) {
    writeByte(constant.ordinal());
  }

  /** Whether it is there, then the value. */
  <T> void writeOptional(@Nullable T value, BiConsumer<ByteWriter, T> writer) {
    writeBoolean(value != null);
    if (value != null) {
      writer.accept(this, value);
    }
  }

  /** How many, then each. */
  <T> void writeAll(Collection<T> values, BiConsumer<ByteWriter, T> writer) {
    writeNumber(values.size());
    for (T value : values) {
      writer.accept(this, value);
    }
  }

  private void writeLong(long value) {
    makeRoom(Long.BYTES);
    LONG.set(bytes, size, value);
    size += Long.BYTES;
  }

  private void makeRoom(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
