package jp.tsunagu.scheduler.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.meeting.Attendee;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingActedBy;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.MeetingCommand.CallMeeting;
import jp.tsunagu.contract.meeting.MeetingCommand.ProposeDates;
import jp.tsunagu.contract.meeting.MeetingCommand.RecordAttendance;
import jp.tsunagu.contract.meeting.MeetingRefusal;
import jp.tsunagu.contract.meeting.NotInvited;
import jp.tsunagu.contract.meeting.UninvitedChoice;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.DateWords;

/** Which fields of a refused command are to be corrected, and how. Pure. */
public final class Corrections {

  private final Workbench bench;

  private Corrections(Workbench bench) {
    this.bench = bench;
  }

  /** The fields; empty where it is about the command as a whole. */
  public static List<FieldProblem> of(
      MeetingCommand command, MeetingRefusal refusal, Known known, Meetings meetings, Instant now) {
    return City.of(known.directory())
        .map(
            city ->
                new Workbench(
                    known, city, meetings, now, Duration.ZERO, null, MeetingActedBy.SCHEDULER))
        .map(bench -> new Corrections(bench).of(command, refusal))
        .orElse(List.of());
  }

  private List<FieldProblem> of(MeetingCommand command, MeetingRefusal refusal) {
    if (refusal == MeetingRefusal.UNINVITED_TO_DECIDE) {
      return new Uninvited(bench)
          .of(Outlook.itemsOf(command, bench.meetings())).stream().map(this::uninvited).toList();
    }
    return switch (command) {
      case RecordAttendance record -> attendees(record, refusal);
      case CallMeeting call -> candidates(call.candidates(), refusal);
      case ProposeDates propose -> candidates(propose.candidates(), refusal);
      default -> List.of();
    };
  }

  private List<FieldProblem> candidates(List<Instant> candidates, MeetingRefusal refusal) {
    if (refusal != MeetingRefusal.DATE_CLOSED) {
      return List.of();
    }
    String days =
        new DateRules(bench)
            .closedAmong(candidates).stream()
                .map(each -> DateWords.day(TokyoTime.dateOf(each)))
                .collect(Collectors.joining("、"));
    return List.of(new FieldProblem("candidates", days + "は閉庁日です。", "開庁日の日時にしてください。"));
  }

  private FieldProblem uninvited(NotInvited missing) {
    return new FieldProblem(
        "uninvited",
        "%sは構成員でないため、案件%sの議題に招かれません。".formatted(names(missing.agencies()), number(missing.item())),
        "uninvited に APPOINT(構成員に加えて招く)か LEAVE_OUT(招かない)を書いて送り直してください。",
        List.of(Coded.of(UninvitedChoice.APPOINT), Coded.of(UninvitedChoice.LEAVE_OUT)));
  }

  private String names(List<AgencyId> agencies) {
    return agencies.stream().map(bench.city().directory()::nameOf).collect(Collectors.joining("、"));
  }

  private String number(ItemRef item) {
    return bench
        .known()
        .state(item.caseId())
        .flatMap(state -> Optional.ofNullable(state.caseNumber()))
        .map(number -> number.value())
        .orElseGet(() -> item.caseId().toString());
  }

  private List<FieldProblem> attendees(RecordAttendance command, MeetingRefusal refusal) {
    Optional<Meeting> meeting = bench.meeting(command.meetingId());
    List<FieldProblem> problems = new ArrayList<>();
    if (meeting.isPresent()) {
      Attending attending = new Attending(bench, meeting.get(), command.attendees());
      Set<AgencyId> twice = attending.twice();
      for (int row = 0; row < command.attendees().size(); row++) {
        Attendee attendee = command.attendees().get(row);
        if (refusal == MeetingRefusal.ATTENDEE_TWICE && twice.contains(attendee.agency())) {
          problems.add(
              new FieldProblem(
                  "attendees[%d].agency".formatted(row),
                  "%sの出欠が二度あります。".formatted(names(List.of(attendee.agency()))),
                  "一つの機関は一行にまとめてください。"));
        } else if (refusal == MeetingRefusal.ATTENDEE_OF_NO_ITEM
            && attending.isOfNoItem(attendee)) {
          problems.add(ofNoItem(meeting.get(), row, attendee));
        }
      }
    }
    return List.copyOf(problems);
  }

  private FieldProblem ofNoItem(Meeting meeting, int row, Attendee attendee) {
    return new FieldProblem(
        "attendees[%d].items".formatted(row),
        "%sは、この会議のどの議題にも招かれていません。".formatted(names(List.of(attendee.agency()))),
        "出席した議題の caseId と requestId を items に書いてください。",
        Attending.dealtWith(bench, meeting).stream()
            .map(entry -> new Coded(entry.item().requestId().toString(), number(entry.item())))
            .toList());
  }
}
