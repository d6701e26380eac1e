package jp.tsunagu.connector.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.record.MeetingNotice.Answered;
import jp.tsunagu.connector.record.MeetingNotice.Standing;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.AttendanceAnswer;
import jp.tsunagu.contract.lifecycle.CarryReason;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.NoticeEnd;
import jp.tsunagu.contract.lifecycle.SessionKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The notices of meetings a hosted agency got, from its own schema only. */
@Component
public final class MeetingRecords {

  private static final String SELECT =
      "select meeting_notice.*" + CaseNumberColumn.of("meeting_notice") + " from meeting_notice ";

  /** They come in the order of this column. */
  private static final String TIME = "starts_at";

  private final Databases databases;

  MeetingRecords(Databases databases) {
    this.databases = databases;
  }

  /**
   * Which notices, the earliest meeting first.
   *
   * @param from no earlier meeting
   * @param caseId of this case only; none means of every case
   * @param after the last one of the page before; none for the first page
   * @param limit at least 1
   */
  public record Wanted(
      Instant from, @Nullable CaseId caseId, @Nullable ItemPosition after, int limit) {}

  /** Notices of meetings; cancelled ones too. */
  public List<MeetingNotice> notices(AgencyId agency, Wanted wanted) {
    AgencyDatabase database = databases.of(agency);
    CaseId caseId = wanted.caseId();
    return read(
        database,
        ItemPosition.bind(
            database
                .jdbc()
                .sql(
                    SELECT
                        + "where starts_at >= :moment and (:everyCase or case_id = :caseId) and "
                        + ItemPosition.behind(TIME)
                        + ItemPosition.inOrder(TIME))
                .param("moment", Columns.at(wanted.from()))
                .param("everyCase", caseId == null)
                .param("caseId", caseId == null ? new UUID(0, 0) : caseId.value()),
            wanted.after(),
            wanted.limit()));
  }

  /** The newest notice about an item that is not cancelled and not carried over. */
  public Optional<MeetingNotice> standing(AgencyId agency, MeetingRequestId requestId) {
    AgencyDatabase database = databases.of(agency);
    return read(
            database,
            database
                .jdbc()
                .sql(
                    SELECT
                        + "where request_id = :request"
                        + " and state in ('ANNOUNCED', 'HELD', 'DECIDED')"
                        + " order by starts_at desc limit 1")
                .param("request", requestId.value()))
        .stream()
        .findFirst();
  }

  private static List<MeetingNotice> read(AgencyDatabase database, StatementSpec statement) {
    return statement.query((row, _) -> notice(database, row)).list();
  }

  private static MeetingNotice notice(AgencyDatabase database, ResultSet row) throws SQLException {
    UUID requestId = row.getObject("request_id", UUID.class);
    String meetingId = row.getString("meeting_id");
    return new MeetingNotice(
        AskedItemColumns.read(row),
        new MeetingNotice.Slot(
            SessionKind.valueOf(row.getString("session")),
            Columns.instant(row, "starts_at"),
            row.getInt("minutes"),
            row.getInt("revision")),
        Columns.moment(row, "answer_by"),
        Columns.texts(row, "invited").stream()
            .map(AgencyId::new)
            .collect(Collectors.toCollection(HashSet::new)),
        standing(row),
        Columns.moment(row, "report_filed_at"),
        answers(database, requestId, meetingId));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    String because = row.getString("ended_because");
    String state = row.getString("state");
    return switch (state) {
      case "ANNOUNCED" -> new Standing.Announced();
      case "CANCELLED" -> new Standing.Cancelled(NoticeEnd.valueOf(because));
      case "CARRIED" -> new Standing.Carried(CarryReason.valueOf(because));
      case "HELD" -> new Standing.Held(Columns.instant(row, "held_at"));
      case "DECIDED" ->
          new Standing.Decided(
              Columns.instant(row, "held_at"),
              ItemOutcome.valueOf(row.getString("outcome")),
              Columns.texts(row, "roles"),
              row.getBoolean("is_lead"),
              Optional.ofNullable(row.getObject("monitored_until", LocalDate.class)));
      default -> throw new IllegalStateException("a stored notice stands at " + state);
    };
  }

  private static List<Answered> answers(AgencyDatabase database, UUID requestId, String meetingId) {
    return database
        .jdbc()
        .sql(
            "select * from meeting_answer where request_id = :request and meeting_id = :meeting"
                + " order by agency")
        .param("request", requestId)
        .param("meeting", meetingId)
        .query(
            (row, _) ->
                new Answered(
                    new AgencyId(row.getString("agency")),
                    AttendanceAnswer.valueOf(row.getString("answer")),
                    Optional.ofNullable(row.getString("reason")),
                    Columns.instant(row, "answered_at")))
        .list();
  }
}
