package jp.tsunagu.scheduler.meeting;

import java.util.List;
import jp.tsunagu.contract.meeting.CarriedEntry;
import jp.tsunagu.contract.meeting.MeetingEvent;
import jp.tsunagu.contract.meeting.MeetingEvent.AgendaDrafted;
import jp.tsunagu.contract.meeting.MeetingEvent.AgendaIssued;
import jp.tsunagu.contract.meeting.MeetingEvent.ClosingChosen;
import jp.tsunagu.contract.meeting.MeetingEvent.ConferenceHeld;
import jp.tsunagu.contract.meeting.MeetingEvent.DatesProposed;
import jp.tsunagu.contract.meeting.MeetingEvent.ItemSettled;
import jp.tsunagu.contract.meeting.MeetingEvent.MeetingCalled;
import jp.tsunagu.contract.meeting.MeetingEvent.MeetingCancelled;
import jp.tsunagu.contract.meeting.MeetingEvent.MeetingMoved;
import jp.tsunagu.contract.meeting.MeetingEvent.MembersNamed;
import jp.tsunagu.contract.meeting.MeetingEvent.MinutesCompleted;
import jp.tsunagu.contract.meeting.MeetingEvent.NothingAsked;
import jp.tsunagu.contract.meeting.MeetingEvent.NoticeDelivered;
import jp.tsunagu.contract.meeting.MeetingEvent.NoticeIssued;
import jp.tsunagu.contract.meeting.MeetingEvent.NoticeRequeued;
import jp.tsunagu.contract.meeting.MeetingEvent.NoticeUndeliverable;
import jp.tsunagu.contract.meeting.MeetingEvent.ReportReminded;
import jp.tsunagu.contract.meeting.MeetingEvent.RequestAdmitted;
import jp.tsunagu.contract.meeting.MeetingEvent.RequestPlaced;
import jp.tsunagu.contract.meeting.MeetingEvent.RequestTakenOff;
import jp.tsunagu.contract.meeting.MeetingEvent.RequestsCarried;
import jp.tsunagu.contract.meeting.MeetingEvent.StartChosen;
import jp.tsunagu.contract.meeting.UnknownMeetingEvent;
import jp.tsunagu.scheduler.meeting.Meeting.Stage;
import jp.tsunagu.scheduler.meeting.NoticeState.Delivery;

/** What the events of a meeting change. */
final class MeetingFold {

  private MeetingFold() {}

  static Meeting called(MeetingCalled event) {
    return new MeetingDraft(event).toMeeting();
  }

  static Meeting apply(Meeting meeting, MeetingEvent event) {
    MeetingDraft draft = new MeetingDraft(meeting, event.header().sequence());
    draft.remember(event);
    switch (event) {
      case MeetingCalled _, UnknownMeetingEvent _ -> {}
      case DatesProposed proposed -> draft.candidates = proposed.candidates();
      case StartChosen chosen -> draft.startsAt = chosen.startsAt();
      case ClosingChosen chosen -> draft.closing = chosen.closing();
      case MeetingMoved moved -> draft.startsAt = moved.to();
      case MeetingCancelled _ -> draft.stage = Stage.CANCELLED;
      case RequestAdmitted _, RequestPlaced _, RequestTakenOff _ -> wished(draft, event);
      case MembersNamed members -> draft.name(members.item(), members.agencies());
      case AgendaDrafted _, AgendaIssued _, NothingAsked _ -> planned(draft, event);
      case RequestsCarried late -> carried(draft, late.carried());
      case NoticeIssued _, NoticeDelivered _, NoticeUndeliverable _, NoticeRequeued _ ->
          noticed(draft, event);
      case ConferenceHeld held -> held(draft, held);
      case ItemSettled settled -> draft.settled.put(settled.item(), settled);
      case MinutesCompleted _ -> draft.minutesComplete = true;
      case ReportReminded reminded -> draft.reminded.add(reminded.item());
    }
    return draft.toMeeting();
  }

  private static void wished(MeetingDraft draft, MeetingEvent event) {
    if (event instanceof RequestAdmitted admitted) {
      draft.admitted.put(admitted.item(), admitted.reason());
      draft.takenOff.remove(admitted.item());
    } else if (event instanceof RequestPlaced placed) {
      draft.byHand.put(placed.item(), placed);
      draft.takenOff.remove(placed.item());
    } else if (event instanceof RequestTakenOff off) {
      draft.admitted.remove(off.item());
      draft.byHand.remove(off.item());
      draft.takenOff.add(off.item());
    }
  }

  private static void planned(MeetingDraft draft, MeetingEvent event) {
    if (event instanceof AgendaDrafted drafted) {
      draft.stage = Stage.DRAFTED;
      draft.entries = drafted.entries();
    } else if (event instanceof AgendaIssued issued) {
      draft.stage = issued.entries().isEmpty() ? Stage.NOTHING_ASKED : Stage.PUBLISHED;
      draft.revision = issued.revision();
      draft.startsAt = issued.startsAt();
      draft.entries = issued.entries();
      draft.issues.add(issued);
      issued.entries().forEach(entry -> draft.carried.remove(entry.item()));
      carried(draft, issued.carried());
    } else if (event instanceof NothingAsked nothing) {
      draft.stage = Stage.NOTHING_ASKED;
      draft.entries = List.of();
      carried(draft, nothing.carried());
    }
  }

  private static void carried(MeetingDraft draft, List<CarriedEntry> carried) {
    carried.forEach(entry -> draft.carried.put(entry.item(), entry));
  }

  private static void noticed(MeetingDraft draft, MeetingEvent event) {
    if (event instanceof NoticeIssued issued) {
      draft.notices.put(issued.noticeId(), new NoticeState(issued, new Delivery.Waiting()));
    } else if (event instanceof NoticeDelivered delivered) {
      draft.delivery(delivered.noticeId(), new Delivery.Delivered(delivered.way()));
    } else if (event instanceof NoticeUndeliverable failed) {
      draft.delivery(failed.noticeId(), new Delivery.GivenUp(failed.attempts(), failed.fault()));
    } else if (event instanceof NoticeRequeued requeued) {
      draft.delivery(requeued.noticeId(), new Delivery.Waiting());
    }
  }

  private static void held(MeetingDraft draft, ConferenceHeld held) {
    draft.stage = Stage.HELD;
    draft.held = held;
  }
}
