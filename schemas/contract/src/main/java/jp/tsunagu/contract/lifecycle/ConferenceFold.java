package jp.tsunagu.contract.lifecycle;

import java.util.List;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
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
import jp.tsunagu.contract.lifecycle.MeetingItem.Attendance;
import jp.tsunagu.contract.lifecycle.MeetingItem.ItemStage;

/** What the events of a case's meetings change. */
final class ConferenceFold {

  private ConferenceFold() {}

  static void apply(CaseDraft draft, ConferenceEvent event) {
    switch (event) {
      case MeetingRequested requested -> draft.meetings.add(asked(requested));
      case MeetingRequestWithdrawn withdrawn ->
          draft.meeting(withdrawn.requestId(), item -> item.now(ItemStage.WITHDRAWN));
      case ConferenceChanged changed ->
          draft.meeting(changed.requestId(), item -> item.as(changed.to(), changed.involved()));
      case AgendaPublished published ->
          draft.meeting(
              published.requestId(), item -> item.at(published.place(), published.invited()));
      case ItemCarried carried -> takenOff(draft, carried.requestId(), carried.meetingId());
      case MeetingNoticeCancelled cancelled ->
          takenOff(draft, cancelled.requestId(), cancelled.meetingId());
      case AttendanceAnswered answered ->
          draft.meeting(
              answered.requestId(),
              item -> item.answered(new Attendance(answered.agency(), answered.answer())));
      case DatesAsked asked ->
          draft.meeting(
              asked.requestId(), item -> item.asking(asked.takesBack() ? null : question(asked)));
      case DatesAnswered answered ->
          draft.meeting(
              answered.requestId(),
              item ->
                  item.datesAnswered(answered.meetingId(), answered.agency(), answered.replies()));
      case MeetingHeld held -> draft.meeting(held.requestId(), item -> item.now(ItemStage.HELD));
      case ItemDecided decided -> decided(draft, decided);
      case MonitoringPeriodSet set -> comesBack(draft, set);
      case MeetingReportFiled filed -> draft.meeting(filed.requestId(), MeetingItem::withReport);
      case ResourceGapRecorded _, MeetingReportOverdue _ -> {}
    }
  }

  private static void decided(CaseDraft draft, ItemDecided event) {
    boolean ofPlans =
        draft.meetings.stream()
            .filter(item -> item.requestId().equals(event.requestId()))
            .anyMatch(item -> item.conference() == ConferenceKind.PLAN_CONFERENCE);
    if (ofPlans) {
      draft.coordination =
          CoordinationFold.itemDecided(draft.coordination, event.header().sequence());
    }
    draft.meeting(event.requestId(), item -> item.decided(event.agreed()));
  }

  /** Whether screening would be about items of a meeting. */
  static boolean waitsForScreening(CaseDraft draft) {
    return draft.meetings.stream().anyMatch(MeetingItem::waitsForScreening);
  }

  /** Screening is about the items that wait for it. */
  static void screened(CaseDraft draft, ScreeningRoute route) {
    draft.meetings.replaceAll(item -> item.waitsForScreening() ? item.screened(route) : item);
  }

  private static MeetingItem asked(MeetingRequested event) {
    return new MeetingItem(
        event.requestId(),
        event.wish(),
        null,
        new ItemRequest(
            event.persons(), event.requestedBy(), event.involved(), event.header().recordedAt()),
        null,
        ItemNotice.NONE,
        ItemProgress.BEGUN);
  }

  private static DateQuestion question(DatesAsked event) {
    return new DateQuestion(
        event.meetingId(),
        event.organiser(),
        event.proposal().candidates(),
        event.proposal().minutes(),
        event.whom().asked(),
        List.of());
  }

  private static void takenOff(CaseDraft draft, MeetingRequestId id, MeetingId meeting) {
    draft.meeting(id, item -> item.isAt(meeting) ? item.takenOff() : item);
  }

  /** The same item again, for monitoring, already screened; an unknown one stays unknown. */
  private static void comesBack(CaseDraft draft, MonitoringPeriodSet event) {
    List<MeetingItem> returning =
        draft.meetings.stream()
            .filter(item -> item.requestId().equals(event.requestId()))
            .map(item -> returning(item, event))
            .toList();
    draft.meetings.addAll(returning);
  }

  private static MeetingItem returning(MeetingItem item, MonitoringPeriodSet event) {
    return new MeetingItem(
        event.returningAs(),
        new MeetingWish(
            item.conference(),
            MeetingPurpose.MONITORING,
            item.wish().minutes(),
            false,
            item.wish().body(),
            event.period().from().plusDays(1)),
        event.period().until(),
        new ItemRequest(
            item.request().persons(),
            item.requestedBy(),
            event.involved(),
            event.header().recordedAt()),
        item.conference() == ConferenceKind.SUPPORT_CONFERENCE
            ? ScreeningRoute.SUPPORT_CONFERENCE
            : ScreeningRoute.PLAN_CONFERENCE,
        ItemNotice.NONE,
        ItemProgress.BEGUN);
  }
}
