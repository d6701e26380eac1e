package jp.tsunagu.scheduler.desk;

import java.util.Optional;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.MeetingCommand.AdmitRequest;
import jp.tsunagu.contract.meeting.MeetingCommand.CallMeeting;
import jp.tsunagu.contract.meeting.MeetingCommand.CancelMeeting;
import jp.tsunagu.contract.meeting.MeetingCommand.ChooseClosing;
import jp.tsunagu.contract.meeting.MeetingCommand.ChooseStart;
import jp.tsunagu.contract.meeting.MeetingCommand.CompleteMinutes;
import jp.tsunagu.contract.meeting.MeetingCommand.MoveMeeting;
import jp.tsunagu.contract.meeting.MeetingCommand.PlaceRequest;
import jp.tsunagu.contract.meeting.MeetingCommand.ProposeDates;
import jp.tsunagu.contract.meeting.MeetingCommand.RecordAttendance;
import jp.tsunagu.contract.meeting.MeetingCommand.ReportDelivery;
import jp.tsunagu.contract.meeting.MeetingCommand.ReportFailure;
import jp.tsunagu.contract.meeting.MeetingCommand.ResendNotice;
import jp.tsunagu.contract.meeting.MeetingCommand.SettleItem;
import jp.tsunagu.contract.meeting.MeetingCommand.TakeOffRequest;
import jp.tsunagu.contract.meeting.MeetingRefusal;
import jp.tsunagu.contract.meeting.UnknownMeetingCommand;

/** Who may give a command at all, before its contents count. */
record CommandRights(CommandRules rules) {

  CommandRights(Workbench bench, AgencyId actor) {
    this(new CommandRules(bench, actor));
  }

  Optional<MeetingRefusal> objection(MeetingCommand command) {
    return switch (command) {
      case CallMeeting call ->
          CommandRules.first(() -> rules.bodyIsKnown(call), () -> rules.mayPerhapsCallHere(call));
      case ProposeDates propose -> at(propose.meetingId());
      case ChooseStart choose -> at(choose.meetingId());
      case ChooseClosing choose -> at(choose.meetingId());
      case MoveMeeting move -> at(move.meetingId());
      case CancelMeeting cancel -> at(cancel.meetingId());
      case AdmitRequest admit -> at(admit.meetingId());
      case PlaceRequest place -> at(place.meetingId());
      case TakeOffRequest off -> at(off.meetingId());
      case RecordAttendance attendance -> at(attendance.meetingId());
      case SettleItem settle -> at(settle.meetingId());
      case CompleteMinutes complete -> at(complete.meetingId());
      case ReportDelivery report -> at(report.meetingId());
      case ReportFailure report -> at(report.meetingId());
      case ResendNotice resend -> at(resend.meetingId());
      case UnknownMeetingCommand _ -> Optional.of(MeetingRefusal.UPDATE_SCHEDULER);
    };
  }

  private Optional<MeetingRefusal> at(MeetingId meeting) {
    return CommandRules.first(() -> rules.exists(meeting), () -> rules.isMine(meeting));
  }
}
