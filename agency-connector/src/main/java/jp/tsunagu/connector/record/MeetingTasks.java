package jp.tsunagu.connector.record;

import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;

/**
 * What only a person can do about a meeting: answer its notice, write its report. One task for each
 * item, meeting and kind; opened and closed inside the transaction that takes news in.
 */
public final class MeetingTasks {

  private MeetingTasks() {}

  /**
   * Opens it unless it is open.
   *
   * @param due until when; empty if nobody set a day
   */
  public static void open(
      AgencyDatabase database,
      Task.Kind kind,
      CaseId caseId,
      MeetingRequestId requestId,
      MeetingId meetingId,
      Instant since,
      Optional<Instant> due) {
    database
        .jdbc()
        .sql(
            """
            insert into task (kind, case_id, meeting_request_id, meeting_id, since, due_at)
            select :kind, :caseId, :request, :meeting, :since, :due
            where not exists (select 1 from task where kind = :kind and done_at is null
                              and meeting_request_id = :request and meeting_id = :meeting)
            """)
        .param("kind", kind.name())
        .param("caseId", caseId.value())
        .param("request", requestId.value())
        .param("meeting", meetingId.value())
        .param("since", Columns.at(since))
        .param("due", due.map(Columns::at).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  /** Closes it if it is open. */
  public static void done(
      AgencyDatabase database,
      Task.Kind kind,
      MeetingRequestId requestId,
      MeetingId meetingId,
      Instant when) {
    database
        .jdbc()
        .sql(
            """
            update task set done_at = :when where kind = :kind and done_at is null
              and meeting_request_id = :request and meeting_id = :meeting
            """)
        .param("when", Columns.at(when))
        .param("kind", kind.name())
        .param("request", requestId.value())
        .param("meeting", meetingId.value())
        .update();
  }

  /** Closes those of this kind about the item at every other meeting. */
  public static void doneElsewhere(
      AgencyDatabase database,
      Task.Kind kind,
      MeetingRequestId requestId,
      Optional<MeetingId> except,
      Instant when) {
    database
        .jdbc()
        .sql(
            """
            update task set done_at = :when where kind = :kind and done_at is null
              and meeting_request_id = :request and meeting_id <> :except
            """)
        .param("when", Columns.at(when))
        .param("kind", kind.name())
        .param("request", requestId.value())
        .param("except", except.map(MeetingId::value).orElse(""))
        .update();
  }
}
