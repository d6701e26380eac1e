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

/**
 * Commands about 支援会議 and 重層的支援会議 of a case. Agencies ask, withdraw, answer and report; what a
 * meeting changes in a case is a command of the scheduler ({@link AgencyId#SCHEDULER}).
 */
public sealed interface ConferenceCommand extends CaseCommand {

  /**
   * 会議の相談・申出: an agency of the case asks for a meeting.
   *
   * @param persons named in the item, at least one
   * @param involved agencies to invite
   */
  record RequestMeeting(
      CommandHeader header,
      MeetingRequestId requestId,
      MeetingWish wish,
      Set<PersonRef> persons,
      Set<AgencyId> involved)
      implements ConferenceCommand {
    public RequestMeeting {
      persons = Set.copyOf(persons);
      involved = Set.copyOf(involved);
    }
  }

  /** The asking agency, or the desk, takes a request back (取下げ). */
  record WithdrawMeetingRequest(CommandHeader header, MeetingRequestId requestId)
      implements ConferenceCommand {}

  /**
   * An invited agency answers the notice (出欠の回答).
   *
   * @param reason a code of the city's list of reasons for absence; needed for 欠席 in a 重層的支援会議
   */
  record AnswerAttendance(
      CommandHeader header,
      MeetingRequestId requestId,
      MeetingId meetingId,
      AttendanceAnswer answer,
      @Nullable String reason)
      implements ConferenceCommand {}

  /**
   * 日程調整: on which of these days could those who would be invited come; the gateway asks them.
   *
   * @param organiser in whose name it is called; it is not asked itself
   * @param candidates when the meeting would begin; none takes the question back
   * @param minutes how long it would take
   */
  record AskForDates(
      CommandHeader header,
      MeetingRequestId requestId,
      MeetingId meetingId,
      AgencyId organiser,
      List<Instant> candidates,
      int minutes)
      implements ConferenceCommand {
    public AskForDates {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * An agency that was asked answers (○△×); its last answer counts, until the day is chosen.
   *
   * @param replies one for each candidate
   */
  record AnswerDates(
      CommandHeader header,
      MeetingRequestId requestId,
      MeetingId meetingId,
      List<DateReply> replies)
      implements ConferenceCommand {
    public AnswerDates {
      replies = List.copyOf(replies);
    }
  }

  /** The agency in charge filed its report of a meeting (報告書); its text does not travel. */
  record FileMeetingReport(CommandHeader header, MeetingRequestId requestId, MeetingId meetingId)
      implements ConferenceCommand {}

  /** The item stands on a published agenda; the gateway tells everyone invited. */
  record PublishAgendaItem(CommandHeader header, MeetingRequestId requestId, MeetingPlace place)
      implements ConferenceCommand {}

  /**
   * The item is not on the agenda it could have been on.
   *
   * @param next the day of the meeting it is carried to; none if an extra meeting is proposed
   */
  record CarryItem(
      CommandHeader header,
      MeetingRequestId requestId,
      MeetingId meetingId,
      CarryReason reason,
      @Nullable LocalDate next)
      implements ConferenceCommand {}

  /** The notice of the item no longer holds; everyone who got it is told. */
  record CancelMeetingNotice(
      CommandHeader header, MeetingRequestId requestId, MeetingId meetingId, NoticeEnd reason)
      implements ConferenceCommand {}

  /**
   * The meeting dealt with the item.
   *
   * @param attended agencies that took part
   */
  record RecordMeetingHeld(
      CommandHeader header,
      MeetingRequestId requestId,
      MeetingId meetingId,
      Instant heldAt,
      SessionKind session,
      Set<AgencyId> attended)
      implements ConferenceCommand {
    public RecordMeetingHeld {
      attended = Set.copyOf(attended);
    }
  }

  /**
   * What the meeting decided about the item.
   *
   * @param agreed a member of a 支援会議 without a role is released
   * @param monitoring when the case comes back; none if it does not
   * @param missingResources codes of the city's list (不足した社会資源)
   */
  record DecideItem(
      CommandHeader header,
      MeetingRequestId requestId,
      MeetingId meetingId,
      ItemOutcome outcome,
      @Flat Agreed agreed,
      @Nullable MonitoringPeriod monitoring,
      List<String> missingResources)
      implements ConferenceCommand {
    public DecideItem {
      missingResources = List.copyOf(missingResources);
    }
  }

  /** The report of a meeting is overdue (報告書の催促). */
  record RemindOfReport(CommandHeader header, MeetingRequestId requestId, MeetingId meetingId)
      implements ConferenceCommand {}
}
