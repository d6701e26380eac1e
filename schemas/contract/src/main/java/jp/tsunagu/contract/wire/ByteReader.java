package jp.tsunagu.contract.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Reads Avro's binary encoding from an array that anybody may have filled: no length in it is
 * believed beyond the bytes that are there, so that garbage costs no more memory than its own size.
 */
final class ByteReader extends Decoder {
  private static final int MORE = 0x80;
  private static final int SEVEN_BITS = 0x7F;
  private static final int LONG_BITS = 64;

  private final byte[] bytes;
  private int position;

  ByteReader(byte[] bytes, int from) {
    this.bytes = bytes;
    this.position = from;
  }

  boolean isAtEnd() {
    return position == bytes.length;
  }

  @Override
  public void readNull() {}

  @Override
  public boolean readBoolean() throws IOException {
    return switch (bytes[take(1)]) {
      case 0 -> false;
      case 1 -> true;
      default -> throw new InvalidNumberEncodingException("not a boolean");
    };
  }

  @Override
  public int readInt() throws IOException {
    long value = readLong();
    if (value != (int) value) {
      throw new InvalidNumberEncodingException("not an int");
    }
    return (int) value;
  }

  @Override
  public long readLong() throws IOException {
    long raw = 0;
    for (int shift = 0; shift < LONG_BITS; shift += 7) {
      int next = bytes[take(1)];
      raw |= (long) (next & SEVEN_BITS) << shift;
      if ((next & MORE) == 0) {
        return (raw >>> 1) ^ -(raw & 1);
      }
    }
    throw new InvalidNumberEncodingException("not a long");
  }

  @Override
  public float readFloat() throws IOException {
    return fixed(Float.BYTES).getFloat();
  }

  @Override
  public double readDouble() throws IOException {
    return fixed(Double.BYTES).getDouble();
  }

  private ByteBuffer fixed(int length) throws IOException {
    return ByteBuffer.wrap(bytes, take(length), length).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public Utf8 readString(@Nullable Utf8 old) throws IOException {
    return new Utf8(readString());
  }

  @Override
  public String readString() throws IOException {
    int length = length();
    return new String(bytes, take(length), length, StandardCharsets.UTF_8);
  }

  @Override
  public void skipString() throws IOException {
    skipBytes();
  }

  @Override
  public ByteBuffer readBytes(@Nullable ByteBuffer old) throws IOException {
    int length = length();
    return ByteBuffer.wrap(bytes, take(length), length).slice();
  }

  @Override
  public void skipBytes() throws IOException {
    take(length());
  }

  @Override
  public void readFixed(byte[] target, int start, int length) throws IOException {
    System.arraycopy(bytes, take(length), target, start, length);
  }

  @Override
  public void skipFixed(int length) throws IOException {
    take(length);
  }

  @Override
  public int readEnum() throws IOException {
    return readInt();
  }

  @Override
  public long readArrayStart() throws IOException {
    return itemCount();
  }

  @Override
  public long arrayNext() throws IOException {
    return itemCount();
  }

  @Override
  public long skipArray() throws IOException {
    return itemCount();
  }

  @Override
  public long readMapStart() throws IOException {
    return itemCount();
  }

  @Override
  public long mapNext() throws IOException {
    return itemCount();
  }

  @Override
  public long skipMap() throws IOException {
    return itemCount();
  }

  @Override
  public int readIndex() throws IOException {
    return readInt();
  }

  /** Items of the next block; a negative count is followed by the block's length in bytes. */
  private long itemCount() throws IOException {
    long count = readLong();
    if (count < 0) {
      length();
      count = -count;
    }
    if (count < 0 || count > bytes.length - position) {
      throw new EOFException();
    }
    return count;
  }

  private int length() throws IOException {
    long length = readLong();
    if (length < 0 || length > bytes.length - position) {
      throw new EOFException();
    }
    return (int) length;
  }

  /** Where the next bytes begin; they are then behind. */
  private int take(int length) throws IOException {
    if (length > bytes.length - position) {
      throw new EOFException();
    }
    int start = position;
    position += length;
    return start;
  }
}
