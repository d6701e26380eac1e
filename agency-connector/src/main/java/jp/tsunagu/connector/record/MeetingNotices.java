package jp.tsunagu.connector.record;

import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.AgencyRole;
import jp.tsunagu.contract.lifecycle.ConferenceEvent;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.AgendaPublished;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.AttendanceAnswered;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.ConferenceChanged;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.DatesAnswered;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.DatesAsked;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.ItemCarried;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.ItemDecided;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingHeld;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingNoticeCancelled;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingReportFiled;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingReportOverdue;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingRequestWithdrawn;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingRequested;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MonitoringPeriodSet;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.ResourceGapRecorded;
import jp.tsunagu.contract.lifecycle.MeetingPlace;
import jp.tsunagu.contract.lifecycle.NoticeEnd;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Writes what events say about notices of meetings, inside the transaction that takes them in. */
public final class MeetingNotices {

  private MeetingNotices() {}

  /** Takes an event in; one about a notice this agency never got changes nothing. */
  public static void apply(AgencyDatabase database, ConferenceEvent event) {
    switch (event) {
      case AgendaPublished published -> publish(database, published);
      case MeetingNoticeCancelled e ->
          end(database, e.requestId(), e.meetingId(), "CANCELLED", e.reason().name());
      case ItemCarried e ->
          end(database, e.requestId(), e.meetingId(), "CARRIED", e.reason().name());
      case MeetingRequestWithdrawn e ->
          endOthers(database, e.requestId(), Optional.empty(), NoticeEnd.REQUEST_WITHDRAWN);
      case AttendanceAnswered answered -> answer(database, answered);
      case MeetingHeld held -> hold(database, held);
      case ItemDecided decided -> decide(database, decided);
      case MonitoringPeriodSet set -> monitor(database, set);
      case MeetingReportFiled filed -> report(database, filed);
      case MeetingRequested _,
          DatesAsked _,
          DatesAnswered _,
          ConferenceChanged _,
          ResourceGapRecorded _,
          MeetingReportOverdue _ -> {}
    }
  }

  private static void publish(AgencyDatabase database, AgendaPublished event) {
    MeetingPlace place = event.place();
    endOthers(
        database,
        event.requestId(),
        Optional.of(place.meetingId()),
        NoticeEnd.MOVED_TO_ANOTHER_MEETING);
    on(
            database,
            """
            delete from meeting_answer
            where request_id = :request and meeting_id = :meeting
              and exists (select 1 from meeting_notice where request_id = :request
                          and meeting_id = :meeting and state <> 'ANNOUNCED')
            """,
            event.requestId(),
            place.meetingId())
        .update();
    on(
            database,
            """
            insert into meeting_notice (request_id, meeting_id, case_id, conference, purpose,
              session, starts_at, minutes, organiser, revision, answer_by, invited, published_at,
              state)
            values (:request, :meeting, :caseId, :conference, :purpose, :session, :startsAt,
              :minutes, :organiser, :revision, :answerBy, :invited, :publishedAt, 'ANNOUNCED')
            on conflict (request_id, meeting_id) do update set
              conference = excluded.conference, purpose = excluded.purpose,
              session = excluded.session, starts_at = excluded.starts_at,
              minutes = excluded.minutes, organiser = excluded.organiser,
              revision = excluded.revision, answer_by = excluded.answer_by,
              invited = excluded.invited, published_at = excluded.published_at,
              state = 'ANNOUNCED', ended_because = null
            """,
            event.requestId(),
            place.meetingId())
        .param("caseId", event.header().caseId().value())
        .param("conference", event.conference().name())
        .param("purpose", event.purpose().name())
        .param("session", place.session().name())
        .param("startsAt", Columns.at(place.startsAt()))
        .param("minutes", place.minutes())
        .param("organiser", place.organiser().value())
        .param("revision", place.revision())
        .param(
            "answerBy",
            Optional.ofNullable(place.answerBy()).map(Columns::at).orElse(null),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("invited", Columns.texts(event.invited()))
        .param("publishedAt", Columns.at(event.header().recordedAt()))
        .update();
  }

  private static void end(
      AgencyDatabase database,
      MeetingRequestId request,
      MeetingId meeting,
      String state,
      String because) {
    on(
            database,
            """
            update meeting_notice set state = :state, ended_because = :because
            where request_id = :request and meeting_id = :meeting and state = 'ANNOUNCED'
            """,
            request,
            meeting)
        .param("state", state)
        .param("because", because)
        .update();
  }

  /** An item stands on one agenda at a time. */
  private static void endOthers(
      AgencyDatabase database,
      MeetingRequestId request,
      Optional<MeetingId> kept,
      NoticeEnd because) {
    database
        .jdbc()
        .sql(
            """
            update meeting_notice set state = 'CANCELLED', ended_because = :because
            where request_id = :request and meeting_id <> :kept and state = 'ANNOUNCED'
            """)
        .param("request", request.value())
        .param("kept", kept.map(MeetingId::value).orElse(""))
        .param("because", because.name())
        .update();
  }

  /** The notice of an item that goes on without this agency ends, where it was invited to it. */
  public static void leave(AgencyDatabase database, ConferenceChanged event) {
    database
        .jdbc()
        .sql(
            """
            update meeting_notice set state = 'CANCELLED', ended_because = :because
            where request_id = :request and state = 'ANNOUNCED' and :own = any(invited)
            """)
        .param("because", event.reason().name())
        .param("request", event.requestId().value())
        .param("own", database.agency().value())
        .update();
  }

  private static void answer(AgencyDatabase database, AttendanceAnswered event) {
    on(
            database,
            """
            insert into meeting_answer (request_id, meeting_id, agency, answer, reason, answered_at)
            select request_id, meeting_id, :agency, :answer, :reason, :at from meeting_notice
            where request_id = :request and meeting_id = :meeting
            on conflict (request_id, meeting_id, agency) do update set
              answer = excluded.answer, reason = excluded.reason, answered_at = excluded.answered_at
            """,
            event.requestId(),
            event.meetingId())
        .param("agency", event.agency().value())
        .param("answer", event.answer().name())
        .param("reason", event.reason(), Types.VARCHAR)
        .param("at", Columns.at(event.header().recordedAt()))
        .update();
  }

  private static void hold(AgencyDatabase database, MeetingHeld event) {
    on(
            database,
            """
            update meeting_notice set state = 'HELD', held_at = :heldAt, session = :session
            where request_id = :request and meeting_id = :meeting
            """,
            event.requestId(),
            event.meetingId())
        .param("heldAt", Columns.at(event.heldAt()))
        .param("session", event.session().name())
        .update();
  }

  private static void decide(AgencyDatabase database, ItemDecided event) {
    AgencyId own = database.agency();
    on(
            database,
            """
            update meeting_notice set state = 'DECIDED', held_at = coalesce(held_at, :at),
              outcome = :outcome, roles = :roles, is_lead = :lead
            where request_id = :request and meeting_id = :meeting
            """,
            event.requestId(),
            event.meetingId())
        .param("at", Columns.at(event.header().occurredAt()))
        .param("outcome", event.outcome().name())
        .param("roles", Columns.texts(rolesOf(own, event.roles())))
        .param("lead", event.leads().stream().anyMatch(lead -> lead.agency().equals(own)))
        .update();
  }

  private static Collection<String> rolesOf(AgencyId own, List<AgencyRole> roles) {
    return roles.stream()
        .filter(role -> role.agency().equals(own))
        .map(AgencyRole::role)
        .distinct()
        .toList();
  }

  private static void monitor(AgencyDatabase database, MonitoringPeriodSet event) {
    database
        .jdbc()
        .sql(
            """
            update meeting_notice set monitored_until = :until
            where request_id = :request and state = 'DECIDED'
            """)
        .param("request", event.requestId().value())
        .param("until", event.period().until())
        .update();
  }

  private static void report(AgencyDatabase database, MeetingReportFiled event) {
    on(
            database,
            """
            update meeting_notice set report_filed_at = :at
            where request_id = :request and meeting_id = :meeting
            """,
            event.requestId(),
            event.meetingId())
        .param("at", Columns.at(event.header().recordedAt()))
        .update();
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
