package jp.tsunagu.contract.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.written.Flat;
import org.jspecify.annotations.Nullable;

/** Events of a case's 支援会議 and 重層的支援会議. */
public sealed interface ConferenceEvent extends CaseEvent {

  /** 会議の相談・申出. */
  record MeetingRequested(
      EventHeader header,
      MeetingRequestId requestId,
      @Flat MeetingWish wish,
      Set<PersonRef> persons,
      AgencyId requestedBy,
      Set<AgencyId> involved)
      implements ConferenceEvent {
    public MeetingRequested {
      persons = Set.copyOf(persons);
      involved = Set.copyOf(involved);
    }
  }

  /** 取下げ. */
  record MeetingRequestWithdrawn(EventHeader header, MeetingRequestId requestId)
      implements ConferenceEvent {}

  /**
   * Consent came or went, and the item changed its kind (会議区分の変更), or kept it and only lost
   * agencies at its table that a person no longer expects there.
   *
   * @param reason {@code CONSENT_COMPLETE}, {@code CONSENT_WITHDRAWN} or {@code CONSENT_EXPIRED}
   * @param involved who is at the table from now on
   */
  record ConferenceChanged(
      EventHeader header,
      MeetingRequestId requestId,
      ConferenceKind from,
      ConferenceKind to,
      NoticeEnd reason,
      Set<AgencyId> involved)
      implements ConferenceEvent {
    public ConferenceChanged {
      involved = Set.copyOf(involved);
    }
  }

  /**
   * The item stands on a published agenda (開催通知).
   *
   * @param invited who got the notice
   */
  record AgendaPublished(
      EventHeader header,
      MeetingRequestId requestId,
      ConferenceKind conference,
      MeetingPurpose purpose,
      MeetingPlace place,
      Set<AgencyId> invited)
      implements ConferenceEvent {
    public AgendaPublished {
      invited = Set.copyOf(invited);
    }
  }

  /** The item was carried over, with the reason and where it went. */
  record ItemCarried(
      EventHeader header,
      MeetingRequestId requestId,
      MeetingId meetingId,
      CarryReason reason,
      @Nullable LocalDate next)
      implements ConferenceEvent {}

  /** The notice no longer holds (開催通知の取消). */
  record MeetingNoticeCancelled(
      EventHeader header,
      MeetingRequestId requestId,
      MeetingId meetingId,
      NoticeEnd reason,
      Set<AgencyId> invited)
      implements ConferenceEvent {
    public MeetingNoticeCancelled {
      invited = Set.copyOf(invited);
    }
  }

  /** 出欠の回答. */
  record AttendanceAnswered(
      EventHeader header,
      MeetingRequestId requestId,
      MeetingId meetingId,
      AgencyId agency,
      AttendanceAnswer answer,
      @Nullable String reason)
      implements ConferenceEvent {}

  /** 日程調整: whoever would be invited is asked on which days it could come. */
  record DatesAsked(
      EventHeader header,
      MeetingRequestId requestId,
      MeetingId meetingId,
      ConferenceKind conference,
      MeetingPurpose purpose,
      AgencyId organiser,
      @Flat ProposedDays proposal,
      @Flat AskedAgencies whom)
      implements ConferenceEvent {

    /** Whether nobody is asked any more. */
    public boolean takesBack() {
      return proposal.candidates().isEmpty();
    }
  }

  /**
   * 日程の回答; a later one of the same agency takes its place.
   *
   * @param replies one for each candidate
   */
  record DatesAnswered(
      EventHeader header,
      MeetingRequestId requestId,
      MeetingId meetingId,
      AgencyId agency,
      List<DateReply> replies)
      implements ConferenceEvent {
    public DatesAnswered {
      replies = List.copyOf(replies);
    }
  }

  /** The meeting dealt with the item. */
  record MeetingHeld(
      EventHeader header,
      MeetingRequestId requestId,
      MeetingId meetingId,
      ConferenceKind conference,
      Instant heldAt,
      SessionKind session,
      Set<AgencyId> attended)
      implements ConferenceEvent {
    public MeetingHeld {
      attended = Set.copyOf(attended);
    }
  }

  /** What was decided; 支援決定, release of members and 終結 are events of their own beside it. */
  record ItemDecided(
      EventHeader header,
      MeetingRequestId requestId,
      MeetingId meetingId,
      ItemOutcome outcome,
      @Flat Agreed agreed)
      implements ConferenceEvent {}

  /**
   * The case comes back by itself, as an item of its own.
   *
   * @param involved who is at its table: those of the item, without members left without a role
   */
  record MonitoringPeriodSet(
      EventHeader header,
      MeetingRequestId requestId,
      MonitoringPeriod period,
      MeetingRequestId returningAs,
      Set<AgencyId> involved)
      implements ConferenceEvent {
    public MonitoringPeriodSet {
      involved = Set.copyOf(involved);
    }
  }

  /** 不足した社会資源, a code of the city's list. */
  record ResourceGapRecorded(EventHeader header, MeetingRequestId requestId, String resource)
      implements ConferenceEvent {}

  /** 報告書 was filed. */
  record MeetingReportFiled(EventHeader header, MeetingRequestId requestId, MeetingId meetingId)
      implements ConferenceEvent {}

  /** 報告書 is overdue. */
  record MeetingReportOverdue(EventHeader header, MeetingRequestId requestId, MeetingId meetingId)
      implements ConferenceEvent {}
}
