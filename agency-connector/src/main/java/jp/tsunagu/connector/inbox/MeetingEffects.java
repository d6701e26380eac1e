package jp.tsunagu.connector.inbox;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.record.DateNotes;
import jp.tsunagu.connector.record.MeetingNotices;
import jp.tsunagu.connector.record.MeetingTasks;
import jp.tsunagu.connector.record.Task.Kind;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.CaseState;
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
import org.springframework.stereotype.Component;

/**
 * What the events of a case's meetings mean for this agency: its notices, and what a person has to
 * do about them.
 */
@Component
final class MeetingEffects {

  private final CurrentDirectory directory;

  MeetingEffects(CurrentDirectory directory) {
    this.directory = directory;
  }

  void apply(AgencyDatabase database, ConferenceEvent event, CaseState after) {
    MeetingNotices.apply(database, event);
    switch (event) {
      case AgendaPublished published -> published(database, published);
      case AttendanceAnswered answered -> answered(database, answered);
      case DatesAsked asked -> asked(database, asked);
      case DatesAnswered answered -> answered(database, answered);
      case MeetingNoticeCancelled e -> noAnswer(database, event, e.requestId(), e.meetingId());
      case ItemCarried e -> {
        noAnswer(database, event, e.requestId(), e.meetingId());
        noDates(database, event, e.requestId(), Optional.of(e.meetingId()));
      }
      case MeetingRequestWithdrawn e -> {
        MeetingTasks.doneElsewhere(
            database, Kind.ANSWER_ATTENDANCE, e.requestId(), Optional.empty(), when(event));
        noDates(database, event, e.requestId(), Optional.empty());
      }
      case MeetingHeld held -> held(database, held, after);
      case MeetingReportOverdue e -> {
        if (askedForIt(database.agency(), after, e.requestId())) {
          report(database, event, e.requestId(), e.meetingId(), Optional.empty());
        }
      }
      case MeetingReportFiled e ->
          MeetingTasks.done(
              database, Kind.FILE_MEETING_REPORT, e.requestId(), e.meetingId(), when(event));
      case ConferenceChanged changed -> left(database, changed, after);
      case MeetingRequested _, ItemDecided _, MonitoringPeriodSet _, ResourceGapRecorded _ -> {}
    }
  }

  /** A person no longer expects this agency at the table of an item that stays what it is. */
  private static void left(AgencyDatabase database, ConferenceChanged event, CaseState after) {
    boolean goes =
        event.from() == event.to()
            && !event.involved().contains(database.agency())
            && !askedForIt(database.agency(), after, event.requestId());
    if (goes) {
      MeetingNotices.leave(database, event);
      MeetingTasks.doneElsewhere(
          database, Kind.ANSWER_ATTENDANCE, event.requestId(), Optional.empty(), when(event));
    }
  }

  private static void published(AgencyDatabase database, AgendaPublished event) {
    MeetingId meeting = event.place().meetingId();
    noDates(database, event, event.requestId(), Optional.empty());
    MeetingTasks.doneElsewhere(
        database, Kind.ANSWER_ATTENDANCE, event.requestId(), Optional.of(meeting), when(event));
    if (mustAnswer(database.agency(), event)) {
      MeetingTasks.open(
          database,
          Kind.ANSWER_ATTENDANCE,
          event.header().caseId(),
          event.requestId(),
          meeting,
          when(event),
          Optional.ofNullable(event.place().answerBy()));
    }
  }

  /** Whoever organises it does not answer its own notice. */
  private static boolean mustAnswer(AgencyId own, AgendaPublished event) {
    Set<AgencyId> invited = event.invited();
    return invited.contains(own) && !event.place().organiser().equals(own);
  }

  private static void answered(AgencyDatabase database, AttendanceAnswered event) {
    if (event.agency().equals(database.agency())) {
      noAnswer(database, event, event.requestId(), event.meetingId());
    }
  }

  private static void asked(AgencyDatabase database, DatesAsked event) {
    DateNotes.apply(database, event);
    AgencyId own = database.agency();
    if (event.takesBack() || event.whom().left().contains(own)) {
      noDates(database, event, event.requestId(), Optional.of(event.meetingId()));
    } else if (!event.whom().asked().contains(own)) {
      return;
    } else if (DateNotes.isAnswered(database, event)) {
      MeetingTasks.done(
          database, Kind.ANSWER_DATES, event.requestId(), event.meetingId(), when(event));
    } else {
      MeetingTasks.open(
          database,
          Kind.ANSWER_DATES,
          event.header().caseId(),
          event.requestId(),
          event.meetingId(),
          when(event),
          Optional.empty());
    }
  }

  private static void answered(AgencyDatabase database, DatesAnswered event) {
    DateNotes.apply(database, event);
    if (event.agency().equals(database.agency())) {
      MeetingTasks.done(
          database, Kind.ANSWER_DATES, event.requestId(), event.meetingId(), when(event));
    }
  }

  /** Nobody waits for days of this item any more, of one meeting or of all. */
  private static void noDates(
      AgencyDatabase database,
      ConferenceEvent event,
      MeetingRequestId requestId,
      Optional<MeetingId> meeting) {
    DateNotes.end(database, requestId, meeting);
    meeting.ifPresentOrElse(
        one -> MeetingTasks.done(database, Kind.ANSWER_DATES, requestId, one, when(event)),
        () ->
            MeetingTasks.doneElsewhere(
                database, Kind.ANSWER_DATES, requestId, Optional.empty(), when(event)));
  }

  private static void noAnswer(
      AgencyDatabase database,
      ConferenceEvent event,
      MeetingRequestId requestId,
      MeetingId meetingId) {
    MeetingTasks.done(database, Kind.ANSWER_ATTENDANCE, requestId, meetingId, when(event));
  }

  /** Whoever asked for the meeting writes its report, where the city asks for one (報告書). */
  private void held(AgencyDatabase database, MeetingHeld event, CaseState after) {
    noAnswer(database, event, event.requestId(), event.meetingId());
    Optional<Integer> days =
        directory
            .snapshot()
            .meetingBody(event.meetingId().body())
            .map(body -> body.deadlines().reportDueDays());
    if (days.isPresent() && askedForIt(database.agency(), after, event.requestId())) {
      Instant due =
          TokyoTime.at(TokyoTime.dateOf(event.heldAt()).plusDays(days.get()), closingTime());
      report(database, event, event.requestId(), event.meetingId(), Optional.of(due));
    }
  }

  private LocalTime closingTime() {
    NetworkDirectory known = directory.snapshot();
    return known
        .settings()
        .map(settings -> settings.answering().officeHours())
        .map(hours -> hours.closes())
        .orElse(LocalTime.MAX);
  }

  private static void report(
      AgencyDatabase database,
      ConferenceEvent event,
      MeetingRequestId requestId,
      MeetingId meetingId,
      Optional<Instant> due) {
    MeetingTasks.open(
        database,
        Kind.FILE_MEETING_REPORT,
        event.header().caseId(),
        requestId,
        meetingId,
        when(event),
        due);
  }

  private static boolean askedForIt(AgencyId own, CaseState after, MeetingRequestId requestId) {
    return after.meeting(requestId).filter(item -> item.requestedBy().equals(own)).isPresent();
  }

  private static Instant when(ConferenceEvent event) {
    return event.header().recordedAt();
  }
}
