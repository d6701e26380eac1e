package jp.tsunagu.stats.view;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.stream.BucketBytes;

/** Keys and values as one instance hands them to another. */
final class Buckets {

  private Buckets() {}

  /** Writes one entry: length, key, length, value. */
  static void write(ByteArrayOutputStream out, String key, byte[] value) {
    byte[] name = key.getBytes(StandardCharsets.UTF_8);
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
    out.writeBytes(name);
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
    out.writeBytes(value);
  }

  /** Reads all entries. */
  static void read(byte[] bytes, BiConsumer<String, byte[]> reader) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    while (in.hasRemaining()) {
      byte[] name = new byte[in.getInt()];
      in.get(name);
      byte[] value = new byte[in.getInt()];
      in.get(value);
      reader.accept(new String(name, StandardCharsets.UTF_8), value);
    }
  }

  /** Adds up parts of buckets. */
  static final class Sum implements BiConsumer<String, byte[]> {
    private final Map<BucketKey, Bucket> sums = new HashMap<>();

    @Override
    public void accept(String code, byte[] value) {
      sums.merge(BucketKey.of(code), BucketBytes.decode(value), Bucket::plus);
    }

    Map<BucketKey, Bucket> sums() {
      return sums;
    }
  }
}
