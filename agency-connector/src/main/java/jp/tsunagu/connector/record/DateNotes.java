package jp.tsunagu.connector.record;

import java.util.Optional;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.DatesAnswered;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.DatesAsked;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Writes what events say about 日程調整, inside the transaction that takes them in. */
public final class DateNotes {

  private DateNotes() {}

  /**
   * Takes a question in; one that is asked again keeps what was said to candidates that stay. An
   * agency that is asked no longer has no question any more; whoever organises has one while
   * anybody is asked.
   */
  public static void apply(AgencyDatabase database, DatesAsked event) {
    if (event.takesBack() || event.whom().left().contains(database.agency())) {
      end(database, event.requestId(), Optional.of(event.meetingId()));
    } else {
      ask(database, event);
    }
  }

  private static void ask(AgencyDatabase database, DatesAsked event) {
    on(
            database,
            """
            insert into date_question (request_id, meeting_id, case_id, conference, purpose,
              organiser, candidates, minutes, asked, asked_at, is_open)
            values (:request, :meeting, :caseId, :conference, :purpose, :organiser,
              :candidates::timestamptz[], :minutes, :asked, :askedAt, true)
            on conflict (request_id, meeting_id) do update set
              conference = excluded.conference, purpose = excluded.purpose,
              organiser = excluded.organiser, candidates = excluded.candidates,
              minutes = excluded.minutes, asked = excluded.asked, asked_at = excluded.asked_at,
              is_open = true
            """,
            event.requestId(),
            event.meetingId())
        .param("caseId", event.header().caseId().value())
        .param("conference", event.conference().name())
        .param("purpose", event.purpose().name())
        .param("organiser", event.organiser().value())
        .param("candidates", Columns.texts(event.proposal().candidates()))
        .param("minutes", event.proposal().minutes())
        .param("asked", Columns.texts(event.whom().asked()))
        .param("askedAt", Columns.at(event.header().recordedAt()))
        .update();
    on(
            database,
            """
            delete from date_reply
            where request_id = :request and meeting_id = :meeting
              and (not starts_at = any(:candidates::timestamptz[]) or not agency = any(:asked))
            """,
            event.requestId(),
            event.meetingId())
        .param("candidates", Columns.texts(event.proposal().candidates()))
        .param("asked", Columns.texts(event.whom().asked()))
        .update();
  }

  /** The day of the item is chosen, or no meeting deals with it: nothing is asked any more. */
  public static void end(
      AgencyDatabase database, MeetingRequestId requestId, Optional<MeetingId> meeting) {
    database
        .jdbc()
        .sql(
            """
            update date_question set is_open = false
            where is_open and request_id = :request and (:every or meeting_id = :meeting)
            """)
        .param("request", requestId.value())
        .param("every", meeting.isEmpty())
        .param("meeting", meeting.map(MeetingId::value).orElse(""))
        .update();
  }

  /** Takes an answer in; one to a question this agency does not know changes nothing. */
  public static void apply(AgencyDatabase database, DatesAnswered event) {
    on(
            database,
            "delete from date_reply"
                + " where request_id = :request and meeting_id = :meeting and agency = :agency",
            event.requestId(),
            event.meetingId())
        .param("agency", event.agency().value())
        .update();
    event
        .replies()
        .forEach(
            reply ->
                on(
                        database,
                        """
                        insert into date_reply
                          (request_id, meeting_id, agency, starts_at, answer, answered_at)
                        select request_id, meeting_id, :agency, :startsAt, :answer, :at
                        from date_question
                        where request_id = :request and meeting_id = :meeting
                        on conflict do nothing
                        """,
                        event.requestId(),
                        event.meetingId())
                    .param("agency", event.agency().value())
                    .param("startsAt", Columns.at(reply.startsAt()))
                    .param("answer", reply.answer().name())
                    .param("at", Columns.at(event.header().recordedAt()))
                    .update());
  }

  /** Whether this agency has said something to every candidate. */
  public static boolean isAnswered(AgencyDatabase database, DatesAsked event) {
    long replies =
        on(
                database,
                "select count(*) from date_reply"
                    + " where request_id = :request and meeting_id = :meeting and agency = :own",
                event.requestId(),
                event.meetingId())
            .param("own", database.agency().value())
            .query(Long.class)
            .single();
    return replies == event.proposal().candidates().size();
  }

  private static StatementSpec on(
      AgencyDatabase database, String sql, MeetingRequestId request, MeetingId meeting) {
    return database
        .jdbc()
        .sql(sql)
        .param("request", request.value())
        .param("meeting", meeting.value());
  }
}
