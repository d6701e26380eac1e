package jp.tsunagu.stats.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import jp.tsunagu.runtime.aside.AsideReason;
import jp.tsunagu.runtime.aside.Place;
import jp.tsunagu.runtime.aside.RawRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that waits, in bytes: the reason why it was put aside (-1 for one that waits behind),
 * its place, key and value. A value of more than {@link StoredShelf#MOST_BYTES} is left out.
 */
final class WaitingBytes {

  private static final byte NO_REASON = -1;
  private static final int NOTHING = -1;

  private WaitingBytes() {}

  static byte[] encode(RawRecord record, @Nullable AsideReason reason) {
    byte[] topic = record.place().topic().getBytes(StandardCharsets.UTF_8);
    byte[] key = record.key();
    byte[] value = record.size() > StoredShelf.MOST_BYTES ? null : record.value();
    ByteBuffer bytes =
        ByteBuffer.allocate(
            1 + 4 * Integer.BYTES + Long.BYTES + topic.length + length(key) + length(value));
    bytes.put(reason == null ? NO_REASON : (byte) reason.ordinal());
    put(bytes, topic);
    bytes.putInt(record.place().partition()).putLong(record.place().offset());
    put(bytes, key);
    put(bytes, value);
    return bytes.array();
  }

  static RawRecord decode(byte[] stored) {
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    bytes.get();
    byte[] topic = take(bytes);
    Place place =
        new Place(
            topic == null ? "" : new String(topic, StandardCharsets.UTF_8),
            bytes.getInt(),
            bytes.getLong());
    return new RawRecord(place, take(bytes), take(bytes));
  }

  static @Nullable AsideReason reason(byte[] stored) {
    return stored[0] == NO_REASON ? null : AsideReason.values()[stored[0]];
  }

  private static int length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private static void put(ByteBuffer bytes, byte @Nullable [] part) {
    bytes.putInt(part == null ? NOTHING : part.length);
    if (part != null) {
      bytes.put(part);
    }
  }

  private static byte @Nullable [] take(ByteBuffer bytes) {
    int length = bytes.getInt();
    if (length == NOTHING) {
      return null;
    }
    byte[] part = new byte[length];
    bytes.get(part);
    return part;
  }
}
