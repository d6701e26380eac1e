package jp.tsunagu.connector.record;

import java.time.Instant;
import java.util.UUID;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.contract.id.MeetingRequestId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Where a question about days or a notice stands among the others: by a time, and those of the same
 * time by item and meeting.
 */
public record ItemPosition(Instant at, MeetingRequestId requestId, String meetingId) {

  private static final ItemPosition FIRST =
      new ItemPosition(Instant.EPOCH, new MeetingRequestId(new UUID(0, 0)), "");

  /** In SQL: only what stands behind the position that is bound. */
  static String behind(String time) {
    return "(:first or (" + columns(time) + ") > (:at, :request, :meeting))";
  }

  /** In SQL: in their order, so many at most. */
  static String inOrder(String time) {
    return " order by " + columns(time) + " limit :limit";
  }

  private static String columns(String time) {
    return time + ", request_id, meeting_id";
  }

  /**
   * Binds what the two parts of SQL ask for.
   *
   * @param after the last one of the page before; none for the first page
   * @param limit at least 1
   */
  static StatementSpec bind(StatementSpec statement, @Nullable ItemPosition after, int limit) {
    ItemPosition known = after == null ? FIRST : after;
    return statement
        .param("first", after == null)
        .param("at", Columns.at(known.at()))
        .param("request", known.requestId().value())
        .param("meeting", known.meetingId())
        .param("limit", limit);
  }
}
