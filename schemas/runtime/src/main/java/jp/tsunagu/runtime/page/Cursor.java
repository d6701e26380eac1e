package jp.tsunagu.runtime.page;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the next page begins: after the item in this place. Opaque to callers; items that come in
 * meanwhile never move it.
 *
 * @param list which list it belongs to; one of another list is no good
 * @param rank position among the items before time and id decide
 * @param time the same within one rank, in milliseconds
 * @param id tells items of the same rank and time from each other; 1,000 bytes of UTF-8 at most
 */
public record Cursor(char list, int rank, long time, String id) implements Comparable<Cursor> {

  private static final int LONGEST_ID = 1_000;
  private static final int BYTES_BEFORE_ID = Character.BYTES + Integer.BYTES + Long.BYTES;
  private static final Comparator<Cursor> ORDER =
      Comparator.comparingInt(Cursor::rank)
          .thenComparingLong(Cursor::time)
          .thenComparing(Cursor::id);

  /** In a list where the id alone decides. */
  public static Cursor after(char list, Object id) {
    return new Cursor(list, 0, 0, id.toString());
  }

  /**
   * The id where it is one.
   *
   * @throws IllegalArgumentException where it is none; ask {@link Query#cursor(char,
   *     java.util.function.Predicate)} for ids only
   */
  public UUID uuid() {
    return UUID.fromString(id);
  }

  /** As callers get it. */
  public String text() {
    byte[] name = id.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(BYTES_BEFORE_ID + name.length);
    bytes.putChar(list).putInt(rank).putLong(time).put(name);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** Reads what {@link #text} wrote for the same list; empty for anything else. */
  static Optional<Cursor> parse(char list, String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      return bytes.length > BYTES_BEFORE_ID && bytes.length <= BYTES_BEFORE_ID + LONGEST_ID
          ? read(list, ByteBuffer.wrap(bytes))
          : Optional.empty();
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
            StandardCharsets.UTF_8.decode(bytes).toString());
    return cursor.list() == list ? Optional.of(cursor) : Optional.empty();
  }

  @Override
  public int compareTo(Cursor other) {
    return ORDER.compare(this, other);
  }
}
