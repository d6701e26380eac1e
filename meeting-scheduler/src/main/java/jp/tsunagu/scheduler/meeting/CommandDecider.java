package jp.tsunagu.scheduler.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.MeetingCommand.AdmitRequest;
import jp.tsunagu.contract.meeting.MeetingCommand.AppointMembers;
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
import jp.tsunagu.contract.meeting.MeetingEvent.ClosingChosen;
import jp.tsunagu.contract.meeting.MeetingEvent.DatesProposed;
import jp.tsunagu.contract.meeting.MeetingEvent.MeetingCalled;
import jp.tsunagu.contract.meeting.MeetingEvent.MeetingCancelled;
import jp.tsunagu.contract.meeting.MeetingEvent.MeetingMoved;
import jp.tsunagu.contract.meeting.MeetingEvent.NoticeDelivered;
import jp.tsunagu.contract.meeting.MeetingEvent.NoticeRequeued;
import jp.tsunagu.contract.meeting.MeetingEvent.NoticeUndeliverable;
import jp.tsunagu.contract.meeting.MeetingEvent.RequestAdmitted;
import jp.tsunagu.contract.meeting.MeetingEvent.RequestTakenOff;
import jp.tsunagu.contract.meeting.MeetingEvent.StartChosen;
import jp.tsunagu.contract.meeting.MeetingRefusal;
import jp.tsunagu.contract.meeting.UninvitedChoice;
import jp.tsunagu.contract.meeting.UnknownMeetingCommand;
import jp.tsunagu.scheduler.body.MeetingNames;
import org.jspecify.annotations.Nullable;

/** Carries out what desk and organisers ask of meetings; empty if it was done. */
record CommandDecider(Workbench bench) {

  Optional<MeetingRefusal> answer(MeetingCommand command) {
    return switch (command) {
      case CallMeeting call -> call(call);
      case ProposeDates propose -> propose(propose);
      case ChooseStart choose -> chooseStart(choose);
      case ChooseClosing choose -> chooseClosing(choose);
      case MoveMeeting move -> move(move);
      case CancelMeeting cancel -> cancel(cancel);
      case AdmitRequest admit -> admit(admit);
      case PlaceRequest place -> place(place);
      case TakeOffRequest off -> takeOff(off);
      case AppointMembers appoint -> appoint(appoint);
      case RecordAttendance record -> new Sessions(bench).held(record);
      case SettleItem settle -> new Sessions(bench).settle(settle);
      case CompleteMinutes complete -> new Sessions(bench).complete(complete);
      case ReportDelivery report -> delivered(report);
      case ReportFailure report -> failed(report);
      case ResendNotice resend -> resend(resend);
      case UnknownMeetingCommand _ -> Optional.of(MeetingRefusal.UPDATE_SCHEDULER);
    };
  }

  private CommandRules rules(MeetingCommand command) {
    return new CommandRules(bench, command.header().actor());
  }

  private Optional<MeetingRefusal> call(CallMeeting command) {
    CommandRules rules = rules(command);
    Optional<MeetingRefusal> refusal = rules.mayCall(command);
    if (refusal.isEmpty()) {
      MeetingBody body = bench.city().body(command.header().bodyId()).orElseThrow();
      MeetingId id = freeId(body, command.day());
      bench.happened(
          id,
          header ->
              new MeetingCalled(
                  header,
                  body.conference(),
                  command.session(),
                  rules.organiserOf(body, command),
                  command.startsAt(),
                  minutes(command.minutes(), body),
                  command.items()));
      decideUninvited(id, command.items(), command.uninvited());
      propose(id, command.candidates());
    }
    return refusal;
  }

  private void decideUninvited(
      MeetingId id, List<ItemRef> items, @Nullable UninvitedChoice choice) {
    if (choice == UninvitedChoice.APPOINT) {
      new Uninvited(bench).appoint(id, items);
    }
  }

  private static int minutes(@Nullable Integer asked, MeetingBody body) {
    return asked == null ? body.place().capacityMinutes() : asked;
  }

  private MeetingId freeId(MeetingBody body, LocalDate day) {
    int number = 1;
    while (bench.meeting(MeetingNames.extra(body.bodyId(), day, number)).isPresent()) {
      number++;
    }
    return MeetingNames.extra(body.bodyId(), day, number);
  }

  private void propose(MeetingId id, List<Instant> candidates) {
    if (!candidates.isEmpty()) {
      bench.happened(id, header -> new DatesProposed(header, candidates));
      new DateQuestions(bench).ask(id);
    }
  }

  private Optional<MeetingRefusal> propose(ProposeDates command) {
    return when(
        rules(command).mayPropose(command.meetingId(), command.candidates()),
        () -> {
          open(command.meetingId());
          propose(command.meetingId(), command.candidates());
        });
  }

  private Optional<MeetingRefusal> chooseStart(ChooseStart command) {
    return when(
        rules(command).mayChooseStart(command),
        () -> {
          Meeting meeting = open(command.meetingId());
          bench.happened(
              command.meetingId(), header -> new StartChosen(header, command.startsAt()));
          decideUninvited(command.meetingId(), meeting.desk().calledFor(), command.uninvited());
        });
  }

  private Optional<MeetingRefusal> chooseClosing(ChooseClosing command) {
    return when(
        rules(command).mayChooseClosing(command.meetingId()),
        () -> {
          open(command.meetingId());
          bench.happened(
              command.meetingId(), header -> new ClosingChosen(header, command.closing()));
        });
  }

  private Optional<MeetingRefusal> move(MoveMeeting command) {
    return when(
        rules(command).mayMove(command.meetingId(), command.startsAt()),
        () -> {
          Meeting meeting = open(command.meetingId());
          bench.happened(
              command.meetingId(),
              header -> new MeetingMoved(header, meeting.startsAt(), command.startsAt()));
        });
  }

  private Optional<MeetingRefusal> cancel(CancelMeeting command) {
    return when(
        rules(command).mayChange(command.meetingId()),
        () -> {
          Meeting before = open(command.meetingId());
          bench.happened(command.meetingId(), MeetingCancelled::new);
          Meeting after = bench.meeting(command.meetingId()).orElseThrow();
          new DateQuestions(bench).takeBack(before);
          Notices notices = new Notices(bench);
          notices.takeOff(before, after);
          notices.send(before, after);
        });
  }

  private Optional<MeetingRefusal> admit(AdmitRequest command) {
    return when(
        rules(command)
            .mayPutOn(command.meetingId(), command.item(), command.reason(), command.uninvited()),
        () -> {
          open(command.meetingId());
          bench.happened(
              command.meetingId(),
              header -> new RequestAdmitted(header, command.item(), command.reason()));
          decideUninvited(command.meetingId(), List.of(command.item()), command.uninvited());
          new DateQuestions(bench).ask(command.meetingId(), command.item());
        });
  }

  private Optional<MeetingRefusal> place(PlaceRequest command) {
    return when(
        rules(command).mayPlace(command),
        () -> {
          open(command.meetingId());
          new DayOrder(bench).place(command);
          decideUninvited(command.meetingId(), List.of(command.item()), command.uninvited());
          new DateQuestions(bench).ask(command.meetingId(), command.item());
        });
  }

  private Optional<MeetingRefusal> takeOff(TakeOffRequest command) {
    ItemRef item = command.item();
    return when(
        rules(command).mayTakeOff(command.meetingId(), item, command.reason()),
        () -> {
          Meeting before = open(command.meetingId());
          new DateQuestions(bench).takeBack(before, item);
          bench.happened(
              command.meetingId(), header -> new RequestTakenOff(header, item, command.reason()));
        });
  }

  private Optional<MeetingRefusal> appoint(AppointMembers command) {
    Set<AgencyId> agencies = rules(command).appointable(command);
    return when(
        rules(command).mayAppoint(command, agencies),
        () -> {
          open(command.meetingId());
          new Uninvited(bench).appoint(command.meetingId(), command.item(), agencies);
        });
  }

  private Optional<MeetingRefusal> delivered(ReportDelivery command) {
    return when(
        rules(command).mayReport(command.meetingId(), command.noticeId()),
        () ->
            bench.happened(
                command.meetingId(),
                header -> new NoticeDelivered(header, command.noticeId(), command.way())));
  }

  private Optional<MeetingRefusal> failed(ReportFailure command) {
    return when(
        rules(command).mayReport(command.meetingId(), command.noticeId()),
        () ->
            bench.happened(
                command.meetingId(),
                header ->
                    new NoticeUndeliverable(
                        header, command.noticeId(), command.attempts(), command.fault())));
  }

  private Optional<MeetingRefusal> resend(ResendNotice command) {
    return when(
        rules(command).mayReport(command.meetingId(), command.noticeId()),
        () ->
            bench.happened(
                command.meetingId(), header -> new NoticeRequeued(header, command.noticeId())));
  }

  /** A meeting of the calendar begins to exist with the first thing said about it. */
  private Meeting open(MeetingId id) {
    if (bench.meeting(id).isEmpty()) {
      MeetingBody body = bench.city().body(id.body()).orElseThrow();
      new Agendas(bench).call(body, id, DateRules.regularStart(bench, body, id).orElse(null));
    }
    return bench.meeting(id).orElseThrow();
  }

  private static Optional<MeetingRefusal> when(
      Optional<MeetingRefusal> refusal, Runnable otherwise) {
    if (refusal.isEmpty()) {
      otherwise.run();
    }
    return refusal;
  }
}
