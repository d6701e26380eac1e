package jp.tsunagu.connector.inbox;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.connector.directory.CurrentDirectory;
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

  void apply(Changes changes, ConferenceEvent event, CaseState after) {
    changes.notices.apply(event);
    switch (event) {
      case AgendaPublished published -> published(changes, published);
      case AttendanceAnswered answered -> answered(changes, answered);
      case DatesAsked asked -> asked(changes, asked);
      case DatesAnswered answered -> answered(changes, answered);
      case MeetingNoticeCancelled e -> noAnswer(changes, event, e.requestId(), e.meetingId());
      case ItemCarried e -> {
        noAnswer(changes, event, e.requestId(), e.meetingId());
        noDates(changes, event, e.requestId(), Optional.of(e.meetingId()));
      }
      case MeetingRequestWithdrawn e -> {
        changes.tasks.doneElsewhere(
            Kind.ANSWER_ATTENDANCE,
            event.header().caseId(),
            e.requestId(),
            Optional.empty(),
            when(event));
        noDates(changes, event, e.requestId(), Optional.empty());
      }
      case MeetingHeld held -> held(changes, held, after);
      case MeetingReportOverdue e -> {
        if (askedForIt(changes.own(), after, e.requestId())) {
          report(changes, event, e.requestId(), e.meetingId(), Optional.empty());
        }
      }
      case MeetingReportFiled e ->
          changes.tasks.done(
              Kind.FILE_MEETING_REPORT,
              event.header().caseId(),
              e.requestId(),
              e.meetingId(),
              when(event));
      case ConferenceChanged changed -> left(changes, changed, after);
      case MeetingRequested _, ItemDecided _, MonitoringPeriodSet _, ResourceGapRecorded _ -> {}
    }
  }

  /** A person no longer expects this agency at the table of an item that stays what it is. */
  private static void left(Changes changes, ConferenceChanged event, CaseState after) {
    boolean goes =
        event.from() == event.to()
            && !event.involved().contains(changes.own())
            && !askedForIt(changes.own(), after, event.requestId());
    if (goes) {
      changes.notices.leave(event);
      changes.tasks.doneElsewhere(
          Kind.ANSWER_ATTENDANCE,
          event.header().caseId(),
          event.requestId(),
          Optional.empty(),
          when(event));
    }
  }

  private static void published(Changes changes, AgendaPublished event) {
    MeetingId meeting = event.place().meetingId();
    noDates(changes, event, event.requestId(), Optional.empty());
    changes.tasks.doneElsewhere(
        Kind.ANSWER_ATTENDANCE,
        event.header().caseId(),
        event.requestId(),
        Optional.of(meeting),
        when(event));
    if (mustAnswer(changes.own(), event)) {
      changes.tasks.open(
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

  private static void answered(Changes changes, AttendanceAnswered event) {
    if (event.agency().equals(changes.own())) {
      noAnswer(changes, event, event.requestId(), event.meetingId());
    }
  }

  private static void asked(Changes changes, DatesAsked event) {
    changes.dates.apply(event);
    AgencyId own = changes.own();
    if (event.takesBack() || event.whom().left().contains(own)) {
      noDates(changes, event, event.requestId(), Optional.of(event.meetingId()));
    } else if (!event.whom().asked().contains(own)) {
      return;
    } else if (changes.dates.isAnswered(event)) {
      changes.tasks.done(
          Kind.ANSWER_DATES,
          event.header().caseId(),
          event.requestId(),
          event.meetingId(),
          when(event));
    } else {
      changes.tasks.open(
          Kind.ANSWER_DATES,
          event.header().caseId(),
          event.requestId(),
          event.meetingId(),
          when(event),
          Optional.empty());
    }
  }

  private static void answered(Changes changes, DatesAnswered event) {
    changes.dates.apply(event);
    if (event.agency().equals(changes.own())) {
      changes.tasks.done(
          Kind.ANSWER_DATES,
          event.header().caseId(),
          event.requestId(),
          event.meetingId(),
          when(event));
    }
  }

  /** Nobody waits for days of this item any more, of one meeting or of all. */
  private static void noDates(
      Changes changes,
      ConferenceEvent event,
      MeetingRequestId requestId,
      Optional<MeetingId> meeting) {
    changes.dates.end(requestId, meeting);
    meeting.ifPresentOrElse(
        one ->
            changes.tasks.done(
                Kind.ANSWER_DATES, event.header().caseId(), requestId, one, when(event)),
        () ->
            changes.tasks.doneElsewhere(
                Kind.ANSWER_DATES,
                event.header().caseId(),
                requestId,
                Optional.empty(),
                when(event)));
  }

  private static void noAnswer(
      Changes changes, ConferenceEvent event, MeetingRequestId requestId, MeetingId meetingId) {
    changes.tasks.done(
        Kind.ANSWER_ATTENDANCE, event.header().caseId(), requestId, meetingId, when(event));
  }

  /** Whoever asked for the meeting writes its report, where the city asks for one (報告書). */
  private void held(Changes changes, MeetingHeld event, CaseState after) {
    noAnswer(changes, event, event.requestId(), event.meetingId());
    Optional<Integer> days =
        directory
            .snapshot()
            .meetingBody(event.meetingId().body())
            .map(body -> body.deadlines().reportDueDays());
    if (days.isPresent() && askedForIt(changes.own(), after, event.requestId())) {
      Instant due =
          TokyoTime.at(TokyoTime.dateOf(event.heldAt()).plusDays(days.get()), closingTime());
      report(changes, event, event.requestId(), event.meetingId(), Optional.of(due));
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
      Changes changes,
      ConferenceEvent event,
      MeetingRequestId requestId,
      MeetingId meetingId,
      Optional<Instant> due) {
    changes.tasks.open(
        Kind.FILE_MEETING_REPORT, event.header().caseId(), requestId, meetingId, when(event), due);
  }

  private static boolean askedForIt(AgencyId own, CaseState after, MeetingRequestId requestId) {
    return after.meeting(requestId).filter(item -> item.requestedBy().equals(own)).isPresent();
  }

  private static Instant when(ConferenceEvent event) {
    return event.header().recordedAt();
  }
}
