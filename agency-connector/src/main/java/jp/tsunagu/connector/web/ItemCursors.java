package jp.tsunagu.connector.web;

import java.time.Instant;
import jp.tsunagu.connector.record.AskedItem;
import jp.tsunagu.connector.record.ItemPosition;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.runtime.form.Identifiers;
import jp.tsunagu.runtime.page.Cursor;
import org.jspecify.annotations.Nullable;

/** Where a page of what is asked about meetings ended. */
final class ItemCursors {

  private ItemCursors() {}

  static Cursor of(char list, Instant at, AskedItem item) {
    return new Cursor(list, 0, at.toEpochMilli(), item.requestId() + " " + item.meetingId());
  }

  /** Whether it is the id of a cursor that was given out here. */
  static boolean isId(String id) {
    String[] parts = id.split(" ", 2);
    return parts.length == 2 && Identifiers.isUuid(parts[0]);
  }

  /** None for the first page. */
  static @Nullable ItemPosition position(@Nullable Cursor cursor) {
    if (cursor == null) {
      return null;
    }
    String[] parts = cursor.id().split(" ", 2);
    return new ItemPosition(
        Instant.ofEpochMilli(cursor.time()), MeetingRequestId.of(parts[0]), parts[1]);
  }
}
