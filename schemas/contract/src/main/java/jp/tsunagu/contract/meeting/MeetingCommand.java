package jp.tsunagu.contract.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.Agreed;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.MonitoringPeriod;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.written.Flat;
import org.jspecify.annotations.Nullable;

/**
 * What desk and organisers ask of a meeting, and what the mailer reports. The scheduler decides;
 * nothing has happened yet.
 */
public sealed interface MeetingCommand
    permits MeetingCommand.CallMeeting,
        MeetingCommand.ProposeDates,
        MeetingCommand.ChooseStart,
        MeetingCommand.ChooseClosing,
        MeetingCommand.MoveMeeting,
        MeetingCommand.CancelMeeting,
        MeetingCommand.AdmitRequest,
        MeetingCommand.PlaceRequest,
        MeetingCommand.TakeOffRequest,
        MeetingCommand.AppointMembers,
        MeetingCommand.RecordAttendance,
        MeetingCommand.SettleItem,
        MeetingCommand.CompleteMinutes,
        MeetingCommand.ReportDelivery,
        MeetingCommand.ReportFailure,
        MeetingCommand.ResendNotice,
        UnknownMeetingCommand {

  /** Identity, body and who asks. */
  MeetingCommandHeader header();

  /** The items it names; empty for what is about a meeting as a whole. */
  default List<ItemRef> items() {
    return List.of();
  }

  /**
   * A meeting apart from the calendar: 臨時, 緊急 or 事案ごと; the kind is said, never derived.
   *
   * @param day part of its id; the scheduler adds the number
   * @param startsAt none while the day is still to be found among the candidates
   * @param minutes none takes the body's capacity
   * @param candidates days to choose from (日程調整); empty if {@code startsAt} is given
   * @param uninvited what becomes of agencies that the items name and that are no members; none if
   *     there are none, or nobody was asked
   */
  record CallMeeting(
      MeetingCommandHeader header,
      SessionKind session,
      LocalDate day,
      @Nullable Instant startsAt,
      @Nullable Integer minutes,
      List<Instant> candidates,
      List<ItemRef> items,
      @Nullable UninvitedChoice uninvited)
      implements MeetingCommand {
    public CallMeeting {
      candidates = List.copyOf(candidates);
      items = List.copyOf(items);
    }
  }

  /** Other candidates for a meeting without a day. */
  record ProposeDates(MeetingCommandHeader header, MeetingId meetingId, List<Instant> candidates)
      implements MeetingCommand {
    public ProposeDates {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * The day: one of the candidates, or for a rule that asks the desk any.
   *
   * @param uninvited what becomes of agencies that the items name and that are no members; none if
   *     there are none, or nobody was asked
   */
  record ChooseStart(
      MeetingCommandHeader header,
      MeetingId meetingId,
      Instant startsAt,
      @Nullable UninvitedChoice uninvited)
      implements MeetingCommand {}

  /** The closing of requests, where its rule asks the desk. */
  record ChooseClosing(MeetingCommandHeader header, MeetingId meetingId, Instant closing)
      implements MeetingCommand {}

  /** The meeting is held at another time. */
  record MoveMeeting(MeetingCommandHeader header, MeetingId meetingId, Instant startsAt)
      implements MeetingCommand {}

  /** The meeting is not held. */
  record CancelMeeting(MeetingCommandHeader header, MeetingId meetingId)
      implements MeetingCommand {}

  /**
   * A late request is treated like one in time.
   *
   * @param reason a code of the city's list
   * @param uninvited what becomes of agencies that the items name and that are no members; none if
   *     there are none, or nobody was asked
   */
  record AdmitRequest(
      MeetingCommandHeader header,
      MeetingId meetingId,
      ItemRef item,
      String reason,
      @Nullable UninvitedChoice uninvited)
      implements MeetingCommand {
    @Override
    public List<ItemRef> items() {
      return List.of(item);
    }
  }

  /**
   * An item stands on the agenda whatever the rules say.
   *
   * @param reason a code of the city's list
   * @param position among the items of the meeting, from 1; none leaves it to the agenda
   * @param uninvited what becomes of agencies that the items name and that are no members; none if
   *     there are none, or nobody was asked
   */
  record PlaceRequest(
      MeetingCommandHeader header,
      MeetingId meetingId,
      ItemRef item,
      String reason,
      @Nullable Integer position,
      @Nullable UninvitedChoice uninvited)
      implements MeetingCommand {
    @Override
    public List<ItemRef> items() {
      return List.of(item);
    }
  }

  /**
   * An item leaves the agenda, or does not come on it.
   *
   * @param reason a code of the city's list
   */
  record TakeOffRequest(
      MeetingCommandHeader header, MeetingId meetingId, ItemRef item, String reason)
      implements MeetingCommand {
    @Override
    public List<ItemRef> items() {
      return List.of(item);
    }
  }

  /**
   * Agencies that an item names become members of its 支援会議 (委嘱) and are invited.
   *
   * @param agencies none named means everyone the item names
   */
  record AppointMembers(
      MeetingCommandHeader header, MeetingId meetingId, ItemRef item, Set<AgencyId> agencies)
      implements MeetingCommand {
    public AppointMembers {
      agencies = Set.copyOf(agencies);
    }

    @Override
    public List<ItemRef> items() {
      return List.of(item);
    }
  }

  /** The meeting was held, and who took part. */
  record RecordAttendance(
      MeetingCommandHeader header, MeetingId meetingId, Instant heldAt, List<Attendee> attendees)
      implements MeetingCommand {
    public RecordAttendance {
      attendees = List.copyOf(attendees);
    }
  }

  /**
   * What the meeting decided about one item.
   *
   * @param missingResources codes of the city's list (不足した社会資源)
   */
  record SettleItem(
      MeetingCommandHeader header,
      MeetingId meetingId,
      ItemRef item,
      ItemOutcome outcome,
      @Flat Agreed agreed,
      @Nullable MonitoringPeriod monitoring,
      List<String> missingResources)
      implements MeetingCommand {
    public SettleItem {
      missingResources = List.copyOf(missingResources);
    }

    @Override
    public List<ItemRef> items() {
      return List.of(item);
    }
  }

  /** The minutes (会議録) are complete; their text stays with the organiser. */
  record CompleteMinutes(MeetingCommandHeader header, MeetingId meetingId)
      implements MeetingCommand {}

  /** A notice left the house. */
  record ReportDelivery(
      MeetingCommandHeader header, MeetingId meetingId, UUID noticeId, DeliveryWay way)
      implements MeetingCommand {}

  /**
   * A notice could not be sent and is not tried again by itself.
   *
   * @param fault a code
   */
  record ReportFailure(
      MeetingCommandHeader header, MeetingId meetingId, UUID noticeId, int attempts, String fault)
      implements MeetingCommand {}

  /** A notice is to be sent again. */
  record ResendNotice(MeetingCommandHeader header, MeetingId meetingId, UUID noticeId)
      implements MeetingCommand {}
}
