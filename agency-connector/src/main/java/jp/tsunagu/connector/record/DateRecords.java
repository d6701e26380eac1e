package jp.tsunagu.connector.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.DateAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The days a hosted agency is asked for (日程調整), from its own schema only. */
@Component
public final class DateRecords {

  private static final String SELECT =
      "select date_question.*" + CaseNumberColumn.of("date_question") + " from date_question ";

  private static final int MOST = 100;

  /** They come in the order of this column. */
  private static final String TIME = "asked_at";

  private final Databases databases;

  DateRecords(Databases databases) {
    this.databases = databases;
  }

  /**
   * Those that can still be answered, the oldest first.
   *
   * @param after the last one of the page before; none for the first page
   * @param limit at least 1
   */
  public List<AskedDates> open(AgencyId agency, @Nullable ItemPosition after, int limit) {
    AgencyDatabase database = databases.of(agency);
    return read(
        database,
        ItemPosition.bind(
            database
                .jdbc()
                .sql(
                    SELECT
                        + "where is_open and "
                        + ItemPosition.behind(TIME)
                        + ItemPosition.inOrder(TIME)),
            after,
            limit));
  }

  /** Those of a case that can still be answered, the oldest first. */
  public List<AskedDates> openOf(AgencyId agency, CaseId caseId) {
    AgencyDatabase database = databases.of(agency);
    return read(
        database,
        database
            .jdbc()
            .sql(SELECT + "where is_open and case_id = :caseId" + ItemPosition.inOrder(TIME))
            .param("caseId", caseId.value())
            .param("limit", MOST));
  }

  /** The one about an item that can still be answered. */
  public Optional<AskedDates> standing(AgencyId agency, MeetingRequestId requestId) {
    AgencyDatabase database = databases.of(agency);
    return read(
            database,
            database
                .jdbc()
                .sql(
                    SELECT
                        + "where is_open and request_id = :request order by asked_at desc limit 1")
                .param("request", requestId.value()))
        .stream()
        .findFirst();
  }

  private static List<AskedDates> read(AgencyDatabase database, StatementSpec statement) {
    return statement.query((row, _) -> question(database, row)).list();
  }

  private static AskedDates question(AgencyDatabase database, ResultSet row) throws SQLException {
    UUID requestId = row.getObject("request_id", UUID.class);
    String meetingId = row.getString("meeting_id");
    return new AskedDates(
        AskedItemColumns.read(row),
        Columns.instants(row, "candidates"),
        row.getInt("minutes"),
        Columns.texts(row, "asked").stream()
            .map(AgencyId::new)
            .collect(Collectors.toCollection(HashSet::new)),
        Columns.instant(row, "asked_at"),
        row.getBoolean("is_open"),
        replies(database, requestId, meetingId));
  }

  private record Reply(AgencyId agency, Instant startsAt, DateAnswer answer) {}

  private static SortedMap<AgencyId, Map<Instant, DateAnswer>> replies(
      AgencyDatabase database, UUID requestId, String meetingId) {
    List<Reply> all =
        database
            .jdbc()
            .sql("select * from date_reply where request_id = :request and meeting_id = :meeting")
            .param("request", requestId)
            .param("meeting", meetingId)
            .query(
                (row, _) ->
                    new Reply(
                        new AgencyId(row.getString("agency")),
                        Columns.instant(row, "starts_at"),
                        DateAnswer.valueOf(row.getString("answer"))))
            .list();
    SortedMap<AgencyId, Map<Instant, DateAnswer>> replies = new TreeMap<>();
    for (Reply reply : all) {
      replies
          .computeIfAbsent(reply.agency(), _ -> new HashMap<>())
          .put(reply.startsAt(), reply.answer());
    }
    return replies;
  }
}
