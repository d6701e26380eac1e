package jp.tsunagu.stats.stream;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Numbers of seven bits a byte and texts with their length: what is stored is mostly small. */
final class VariableBytes {

  private static final int LOW_SEVEN = 0x7F;
  private static final int MORE = 0x80;
  private static final int BITS = 7;

  private VariableBytes() {}

  static void writeNumber(ByteArrayOutputStream out, long number) {
    long rest = (number << 1) ^ (number >> (Long.SIZE - 1));
    while ((rest & ~LOW_SEVEN) != 0) {
      out.write((int) ((rest & LOW_SEVEN) | MORE));
      rest >>>= BITS;
    }
    out.write((int) rest);
  }

  static long readNumber(ByteBuffer in) {
    long rest = 0;
    int shift = 0;
    int next;
    do {
      next = in.get();
      rest |= (long) (next & LOW_SEVEN) << shift;
      shift += BITS;
    } while ((next & MORE) != 0);
    return (rest >>> 1) ^ -(rest & 1);
  }

  static void writeText(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    writeNumber(out, bytes.length);
    out.writeBytes(bytes);
  }

  static String readText(ByteBuffer in) {
    byte[] bytes = new byte[Math.toIntExact(readNumber(in))];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
