package jp.tsunagu.contract.lifecycle;

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

/** The events of meetings in a protected case, as everybody may see them. */
final class GeneralConference {

  private GeneralConference() {}

  static ConferenceEvent of(ConferenceEvent event, Withholding hide) {
    EventHeader header = hide.header(event.header());
    return switch (event) {
      case MeetingRequested e ->
          new MeetingRequested(
              header,
              e.requestId(),
              e.wish(),
              e.persons(),
              hide.agency(e.requestedBy()),
              hide.agencies(e.involved()));
      case MeetingRequestWithdrawn e -> new MeetingRequestWithdrawn(header, e.requestId());
      case ConferenceChanged e ->
          new ConferenceChanged(
              header, e.requestId(), e.from(), e.to(), e.reason(), hide.agencies(e.involved()));
      case AgendaPublished e ->
          new AgendaPublished(
              header,
              e.requestId(),
              e.conference(),
              e.purpose(),
              hide.place(e.place()),
              hide.agencies(e.invited()));
      case ItemCarried e ->
          new ItemCarried(header, e.requestId(), e.meetingId(), e.reason(), e.next());
      case MeetingNoticeCancelled e ->
          new MeetingNoticeCancelled(
              header, e.requestId(), e.meetingId(), e.reason(), hide.agencies(e.invited()));
      case AttendanceAnswered e ->
          new AttendanceAnswered(
              header,
              e.requestId(),
              e.meetingId(),
              hide.agency(e.agency()),
              e.answer(),
              e.reason());
      case DatesAsked e ->
          new DatesAsked(
              header,
              e.requestId(),
              e.meetingId(),
              e.conference(),
              e.purpose(),
              hide.agency(e.organiser()),
              e.proposal(),
              new AskedAgencies(hide.agencies(e.whom().asked()), hide.agencies(e.whom().left())));
      case DatesAnswered e ->
          new DatesAnswered(
              header, e.requestId(), e.meetingId(), hide.agency(e.agency()), e.replies());
      case MeetingHeld e ->
          new MeetingHeld(
              header,
              e.requestId(),
              e.meetingId(),
              e.conference(),
              e.heldAt(),
              e.session(),
              hide.agencies(e.attended()));
      case ItemDecided e ->
          new ItemDecided(
              header, e.requestId(), e.meetingId(), e.outcome(), e.agreed().seenBy(hide));
      case MonitoringPeriodSet e ->
          new MonitoringPeriodSet(
              header, e.requestId(), e.period(), e.returningAs(), hide.agencies(e.involved()));
      case ResourceGapRecorded e -> new ResourceGapRecorded(header, e.requestId(), e.resource());
      case MeetingReportFiled e -> new MeetingReportFiled(header, e.requestId(), e.meetingId());
      case MeetingReportOverdue e -> new MeetingReportOverdue(header, e.requestId(), e.meetingId());
    };
  }
}
