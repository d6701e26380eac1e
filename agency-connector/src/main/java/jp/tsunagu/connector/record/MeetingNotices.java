package jp.tsunagu.connector.record;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.HeldTable;
import jp.tsunagu.connector.database.HeldTable.Row;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
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

/**
 * What events say about notices of meetings: changed in memory, written once by {@link #write} in
 * the transaction that takes them in.
 */
public final class MeetingNotices {

  private static final HeldTable.Definition NOTICES =
      new HeldTable.Definition(
          "meeting_notice",
          List.of("request_id", "meeting_id"),
          List.of(
              "case_id",
              "conference",
              "purpose",
              "session",
              "starts_at",
              "minutes",
              "organiser",
              "revision",
              "answer_by",
              "invited",
              "published_at",
              "state",
              "ended_because",
              "held_at",
              "outcome",
              "roles",
              "is_lead",
              "monitored_until",
              "report_filed_at"),
          "t.case_id = any(:ids::uuid[])");

  private static final HeldTable.Definition ANSWERS =
      new HeldTable.Definition(
          "meeting_answer",
          List.of("request_id", "meeting_id", "agency"),
          List.of("answer", "reason", "answered_at"),
          "exists (select 1 from meeting_notice n where n.request_id = t.request_id"
              + " and n.meeting_id = t.meeting_id and n.case_id = any(:ids::uuid[]))");

  private final AgencyId own;
  private final HeldTable notices;
  private final HeldTable answers;

  /** Those of these cases. */
  public MeetingNotices(AgencyDatabase database, Collection<CaseId> cases) {
    this.own = database.agency();
    this.notices = new HeldTable(database, NOTICES, cases);
    this.answers = new HeldTable(database, ANSWERS, cases);
  }

  /** Takes an event in; one about a notice this agency never got changes nothing. */
  public void apply(ConferenceEvent event) {
    switch (event) {
      case AgendaPublished published -> publish(published);
      case MeetingNoticeCancelled e ->
          announced(at(e.requestId(), e.meetingId()))
              .forEach(row -> end(row, "CANCELLED", e.reason()));
      case ItemCarried e ->
          announced(at(e.requestId(), e.meetingId()))
              .forEach(row -> end(row, "CARRIED", e.reason()));
      case MeetingRequestWithdrawn e ->
          endOthers(e.requestId(), Optional.empty(), NoticeEnd.REQUEST_WITHDRAWN);
      case AttendanceAnswered answered -> answer(answered);
      case MeetingHeld held -> hold(held);
      case ItemDecided decided -> decide(decided);
      case MonitoringPeriodSet set ->
          notices
              .where(of(set.requestId()).and(row -> row.is("state", "DECIDED")))
              .forEach(row -> row.put("monitored_until", set.period().until()));
      case MeetingReportFiled filed ->
          notices
              .where(at(filed.requestId(), filed.meetingId()))
              .forEach(row -> row.put("report_filed_at", filed.header().recordedAt()));
      case MeetingRequested _,
          DatesAsked _,
          DatesAnswered _,
          ConferenceChanged _,
          ResourceGapRecorded _,
          MeetingReportOverdue _ -> {}
    }
  }

  /** The notice of an item that goes on without this agency ends, where it was invited to it. */
  public void leave(ConferenceChanged event) {
    announced(of(event.requestId()).and(row -> row.has("invited", own)))
        .forEach(row -> end(row, "CANCELLED", event.reason()));
  }

  private void publish(AgendaPublished event) {
    MeetingPlace place = event.place();
    MeetingId meeting = place.meetingId();
    endOthers(event.requestId(), Optional.of(meeting), NoticeEnd.MOVED_TO_ANOTHER_MEETING);
    Predicate<Row> same = at(event.requestId(), meeting);
    if (!notices.where(same.and(row -> !row.is("state", "ANNOUNCED"))).isEmpty()) {
      answers.remove(same);
    }
    Row row = notices.at(event.requestId(), meeting);
    if (row.lacks("case_id")) {
      row.put("case_id", event.header().caseId()).put("is_lead", false);
    }
    row.put("conference", event.conference())
        .put("purpose", event.purpose())
        .put("session", place.session())
        .put("starts_at", place.startsAt())
        .put("minutes", place.minutes())
        .put("organiser", place.organiser())
        .put("revision", place.revision())
        .put("answer_by", place.answerBy())
        .put("invited", event.invited())
        .put("published_at", event.header().recordedAt())
        .put("state", "ANNOUNCED")
        .put("ended_because", null);
  }

  /** An item stands on one agenda at a time. */
  private void endOthers(MeetingRequestId request, Optional<MeetingId> kept, NoticeEnd because) {
    announced(of(request).and(row -> kept.filter(id -> row.is("meeting_id", id)).isEmpty()))
        .forEach(row -> end(row, "CANCELLED", because));
  }

  private static void end(Row row, String state, Enum<?> because) {
    row.put("state", state).put("ended_because", because);
  }

  private List<Row> announced(Predicate<Row> which) {
    return notices.where(which.and(row -> row.is("state", "ANNOUNCED")));
  }

  private void answer(AttendanceAnswered event) {
    if (!notices.where(at(event.requestId(), event.meetingId())).isEmpty()) {
      answers
          .at(event.requestId(), event.meetingId(), event.agency())
          .put("answer", event.answer())
          .put("reason", event.reason())
          .put("answered_at", event.header().recordedAt());
    }
  }

  private void hold(MeetingHeld event) {
    notices
        .where(at(event.requestId(), event.meetingId()))
        .forEach(
            row ->
                row.put("state", "HELD")
                    .put("held_at", event.heldAt())
                    .put("session", event.session()));
  }

  private void decide(ItemDecided event) {
    for (Row row : notices.where(at(event.requestId(), event.meetingId()))) {
      if (row.lacks("held_at")) {
        row.put("held_at", event.header().occurredAt());
      }
      row.put("state", "DECIDED")
          .put("outcome", event.outcome())
          .put("roles", rolesOf(own, event.agreed().roles()))
          .put(
              "is_lead",
              event.agreed().leads().stream().anyMatch(lead -> lead.agency().equals(own)));
    }
  }

  private static Collection<String> rolesOf(AgencyId own, List<AgencyRole> roles) {
    return roles.stream()
        .filter(role -> role.agency().equals(own))
        .map(AgencyRole::role)
        .distinct()
        .toList();
  }

  private static Predicate<Row> of(MeetingRequestId request) {
    return row -> row.is("request_id", request);
  }

  private static Predicate<Row> at(MeetingRequestId request, MeetingId meeting) {
    return of(request).and(row -> row.is("meeting_id", meeting));
  }

  /** Writes what was changed, inside the transaction that is running. */
  public void write() {
    notices.write();
    answers.write();
  }
}
