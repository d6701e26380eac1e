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
import jp.tsunagu.contract.lifecycle.ConferenceEvent.DatesAnswered;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.DatesAsked;

/**
 * What events say about 日程調整: changed in memory, written once by {@link #write} in the transaction
 * that takes them in.
 */
public final class DateNotes {

  private static final HeldTable.Definition QUESTIONS =
      new HeldTable.Definition(
          "date_question",
          List.of("request_id", "meeting_id"),
          List.of(
              "case_id",
              "conference",
              "purpose",
              "organiser",
              "candidates",
              "minutes",
              "asked",
              "asked_at",
              "is_open"),
          "t.case_id = any(:ids::uuid[])");

  private static final HeldTable.Definition REPLIES =
      new HeldTable.Definition(
          "date_reply",
          List.of("request_id", "meeting_id", "agency", "starts_at"),
          List.of("answer", "answered_at"),
          "exists (select 1 from date_question q where q.request_id = t.request_id"
              + " and q.meeting_id = t.meeting_id and q.case_id = any(:ids::uuid[]))");

  private final AgencyId own;
  private final HeldTable questions;
  private final HeldTable replies;

  /** Those of these cases. */
  public DateNotes(AgencyDatabase database, Collection<CaseId> cases) {
    this.own = database.agency();
    this.questions = new HeldTable(database, QUESTIONS, cases);
    this.replies = new HeldTable(database, REPLIES, cases);
  }

  /**
   * Takes a question in; one that is asked again keeps what was said to candidates that stay. An
   * agency that is asked no longer has no question any more; whoever organises has one while
   * anybody is asked.
   */
  public void apply(DatesAsked event) {
    if (event.takesBack() || event.whom().left().contains(own)) {
      end(event.requestId(), Optional.of(event.meetingId()));
      return;
    }
    questions
        .at(event.requestId(), event.meetingId())
        .put("case_id", event.header().caseId())
        .put("conference", event.conference())
        .put("purpose", event.purpose())
        .put("organiser", event.organiser())
        .put("candidates", event.proposal().candidates())
        .put("minutes", event.proposal().minutes())
        .put("asked", event.whom().asked())
        .put("asked_at", event.header().recordedAt())
        .put("is_open", true);
    replies.remove(
        at(event.requestId(), event.meetingId())
            .and(reply -> !isAsked(event, reply) || !isCandidate(event, reply)));
  }

  private static boolean isAsked(DatesAsked event, Row reply) {
    return event.whom().asked().stream().anyMatch(agency -> reply.is("agency", agency));
  }

  private static boolean isCandidate(DatesAsked event, Row reply) {
    return event.proposal().candidates().stream().anyMatch(at -> reply.is("starts_at", at));
  }

  /** The day of the item is chosen, or no meeting deals with it: nothing is asked any more. */
  public void end(MeetingRequestId requestId, Optional<MeetingId> meeting) {
    questions
        .where(
            row ->
                row.is("request_id", requestId)
                    && meeting.filter(id -> !row.is("meeting_id", id)).isEmpty())
        .forEach(row -> row.put("is_open", false));
  }

  /** Takes an answer in; one to a question this agency does not know changes nothing. */
  public void apply(DatesAnswered event) {
    Predicate<Row> same = at(event.requestId(), event.meetingId());
    replies.remove(same.and(reply -> reply.is("agency", event.agency())));
    if (questions.where(same).isEmpty()) {
      return;
    }
    event
        .replies()
        .forEach(
            reply ->
                replies
                    .at(event.requestId(), event.meetingId(), event.agency(), reply.startsAt())
                    .put("answer", reply.answer())
                    .put("answered_at", event.header().recordedAt()));
  }

  /** Whether this agency has said something to every candidate. */
  public boolean isAnswered(DatesAsked event) {
    return replies
            .where(at(event.requestId(), event.meetingId()).and(reply -> reply.is("agency", own)))
            .size()
        == event.proposal().candidates().size();
  }

  private static Predicate<Row> at(MeetingRequestId request, MeetingId meeting) {
    return row -> row.is("request_id", request) && row.is("meeting_id", meeting);
  }

  /** Writes what was changed, inside the transaction that is running. */
  public void write() {
    questions.write();
    replies.write();
  }
}
