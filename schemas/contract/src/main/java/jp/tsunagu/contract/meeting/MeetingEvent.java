package jp.tsunagu.contract.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Agreed;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.MonitoringPeriod;
import jp.tsunagu.contract.lifecycle.NoticeEnd;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.written.Flat;
import org.jspecify.annotations.Nullable;

/** What happened in a meeting, decided by the scheduler and never changed. Times, ids, codes. */
public sealed interface MeetingEvent
    permits MeetingEvent.MeetingCalled,
        MeetingEvent.DatesProposed,
        MeetingEvent.StartChosen,
        MeetingEvent.ClosingChosen,
        MeetingEvent.MeetingMoved,
        MeetingEvent.MeetingCancelled,
        MeetingEvent.RequestAdmitted,
        MeetingEvent.RequestPlaced,
        MeetingEvent.RequestTakenOff,
        MeetingEvent.MembersNamed,
        MeetingEvent.AgendaDrafted,
        MeetingEvent.AgendaIssued,
        MeetingEvent.NothingAsked,
        MeetingEvent.RequestsCarried,
        MeetingEvent.NoticeIssued,
        MeetingEvent.NoticeDelivered,
        MeetingEvent.NoticeUndeliverable,
        MeetingEvent.NoticeRequeued,
        MeetingEvent.ConferenceHeld,
        MeetingEvent.ItemSettled,
        MeetingEvent.MinutesCompleted,
        MeetingEvent.ReportReminded,
        UnknownMeetingEvent {

  /** Identity, position and times. */
  MeetingEventHeader header();

  /**
   * The meeting exists: a day of the calendar came up, or somebody called it.
   *
   * @param session recorded, never derived from the day
   * @param startsAt none until a day is chosen
   * @param minutes it has, breaks included
   * @param items it was called for; empty for a day of the calendar
   */
  record MeetingCalled(
      MeetingEventHeader header,
      ConferenceKind conference,
      SessionKind session,
      AgencyId organiser,
      @Nullable Instant startsAt,
      int minutes,
      List<ItemRef> items)
      implements MeetingEvent {
    public MeetingCalled {
      items = List.copyOf(items);
    }
  }

  /** Days to choose from (日程調整). */
  record DatesProposed(MeetingEventHeader header, List<Instant> candidates)
      implements MeetingEvent {
    public DatesProposed {
      candidates = List.copyOf(candidates);
    }
  }

  /** The day stands. */
  record StartChosen(MeetingEventHeader header, Instant startsAt) implements MeetingEvent {}

  /** The closing of requests stands. */
  record ClosingChosen(MeetingEventHeader header, Instant closing) implements MeetingEvent {}

  /** The meeting is held at another time. */
  record MeetingMoved(MeetingEventHeader header, @Nullable Instant from, Instant to)
      implements MeetingEvent {}

  /** The meeting is not held. */
  record MeetingCancelled(MeetingEventHeader header) implements MeetingEvent {}

  /** The desk admitted a late request, with a reason. */
  record RequestAdmitted(MeetingEventHeader header, ItemRef item, String reason)
      implements MeetingEvent {}

  /** The desk placed an item by hand, with a reason. */
  record RequestPlaced(
      MeetingEventHeader header, ItemRef item, String reason, @Nullable Integer position)
      implements MeetingEvent {}

  /** The desk took an item off, with a reason. */
  record RequestTakenOff(MeetingEventHeader header, ItemRef item, String reason)
      implements MeetingEvent {}

  /**
   * The agenda as it stood when requests closed, for the desk; nobody else is told.
   *
   * @param closing until when a request was in time
   */
  record AgendaDrafted(
      MeetingEventHeader header,
      Instant closing,
      List<AgendaEntry> entries,
      List<CarriedEntry> carried)
      implements MeetingEvent {
    public AgendaDrafted {
      entries = List.copyOf(entries);
      carried = List.copyOf(carried);
    }
  }

  /** The organiser had agencies appointed that an item names: they are invited to it. */
  record MembersNamed(MeetingEventHeader header, ItemRef item, Set<AgencyId> agencies)
      implements MeetingEvent {
    public MembersNamed {
      agencies = Set.copyOf(agencies);
    }
  }

  /**
   * The agenda is published, or published anew.
   *
   * @param revision from 1, without gaps
   * @param carried who is told for the first time that it is not on it
   * @param wording what its papers say; none before papers were kept
   */
  record AgendaIssued(
      MeetingEventHeader header,
      int revision,
      Instant startsAt,
      List<AgendaEntry> entries,
      List<CarriedEntry> carried,
      @Nullable AgendaWording wording)
      implements MeetingEvent {
    public AgendaIssued {
      entries = List.copyOf(entries);
      carried = List.copyOf(carried);
    }
  }

  /** 開催なし: nothing was asked for. */
  record NothingAsked(MeetingEventHeader header, List<CarriedEntry> carried)
      implements MeetingEvent {
    public NothingAsked {
      carried = List.copyOf(carried);
    }
  }

  /** Requests that came after the agenda was published, and where they went. */
  record RequestsCarried(MeetingEventHeader header, List<CarriedEntry> carried)
      implements MeetingEvent {
    public RequestsCarried {
      carried = List.copyOf(carried);
    }
  }

  /**
   * One notice to one agency; mail or post follows.
   *
   * @param noticeId the same for the same notice, whoever makes it
   * @param startsAt of the meeting; of a cancelled one, when it would have been
   * @param reason of a cancellation
   * @param items the addressee's own
   */
  record NoticeIssued(
      MeetingEventHeader header,
      UUID noticeId,
      int revision,
      AgencyId addressee,
      NoticeKind kind,
      @Nullable NoticeEnd reason,
      Instant startsAt,
      List<NoticeItem> items)
      implements MeetingEvent {
    public NoticeIssued {
      items = List.copyOf(items);
    }
  }

  /** A notice left the house. */
  record NoticeDelivered(MeetingEventHeader header, UUID noticeId, DeliveryWay way)
      implements MeetingEvent {}

  /** A notice could not be sent; somebody must look. */
  record NoticeUndeliverable(MeetingEventHeader header, UUID noticeId, int attempts, String fault)
      implements MeetingEvent {}

  /** A notice is to be sent again. */
  record NoticeRequeued(MeetingEventHeader header, UUID noticeId) implements MeetingEvent {}

  /**
   * The meeting was held; the yearly figures are counted from this.
   *
   * @param items dealt with: their cases are the 延べ件数, the different ones the 実件数
   * @param participants everyone invited, with how they took part
   */
  record ConferenceHeld(
      MeetingEventHeader header,
      ConferenceKind conference,
      SessionKind session,
      Instant heldAt,
      List<ItemRef> items,
      List<Participant> participants)
      implements MeetingEvent {
    public ConferenceHeld {
      items = List.copyOf(items);
      participants = List.copyOf(participants);
    }
  }

  /** What was decided about an item. */
  record ItemSettled(
      MeetingEventHeader header,
      ItemRef item,
      ItemOutcome outcome,
      @Flat Agreed agreed,
      @Nullable MonitoringPeriod monitoring,
      List<String> missingResources)
      implements MeetingEvent {
    public ItemSettled {
      missingResources = List.copyOf(missingResources);
    }
  }

  /** The minutes (会議録) are complete. */
  record MinutesCompleted(MeetingEventHeader header) implements MeetingEvent {}

  /** The report of an item (報告書) is overdue, and its agency is reminded. */
  record ReportReminded(MeetingEventHeader header, ItemRef item) implements MeetingEvent {}
}
