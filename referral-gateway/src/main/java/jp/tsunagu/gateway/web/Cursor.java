package jp.tsunagu.gateway.web;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the next page begins: after the item with this id. Opaque to callers; items that come in
 * meanwhile never move it.
 *
 * @param list which list it belongs to; one of another list is no good
 * @param rank position among the items before the id decides, 0 where the id alone decides
 * @param time the same within one rank, in milliseconds
 */
record Cursor(char list, int rank, long time, UUID id) {

  /** Lists that have pages. */
  static final char CASES = 'c';

  static final char REFERRALS = 'r';
  static final char QUEUE = 'q';

  private static final int BYTES = Character.BYTES + Integer.BYTES + 3 * Long.BYTES;

  static Cursor after(char list, UUID id) {
    return new Cursor(list, 0, 0, id);
  }

  String text() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES).putChar(list).putInt(rank).putLong(time);
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** Reads what {@link #text} wrote for the same list; empty for anything else. */
  static Optional<Cursor> parse(char list, String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      return bytes.length == BYTES ? read(list, ByteBuffer.wrap(bytes)) : Optional.empty();
    } catch (IllegalArgumentException exception) {
      return Optional.empty();
    }
  }

  private static Optional<Cursor> read(char list, ByteBuffer bytes) {
    Cursor cursor =
        new Cursor(
            bytes.getChar(),
            bytes.getInt(),
            bytes.getLong(),
            new UUID(bytes.getLong(), bytes.getLong()));
    return cursor.list() == list ? Optional.of(cursor) : Optional.empty();
  }
}
