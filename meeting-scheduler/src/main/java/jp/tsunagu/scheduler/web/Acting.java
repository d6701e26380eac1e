package jp.tsunagu.scheduler.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.MeetingCommandHeader;
import jp.tsunagu.contract.meeting.MeetingRefusal;
import jp.tsunagu.scheduler.caller.Caller;
import jp.tsunagu.scheduler.dispatch.Commands;
import jp.tsunagu.scheduler.dispatch.Commands.Sent;
import jp.tsunagu.scheduler.knowledge.Answers.Answer;
import jp.tsunagu.scheduler.knowledge.Knowledge;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/** From a request to a command to an answer. */
final class Acting {

  private static final Duration ITEM_PATIENCE = Duration.ofSeconds(3);
  private static final Duration STEP = Duration.ofMillis(50);

  private final Commands commands;
  private final Knowledge knowledge;

  Acting(Commands commands, Knowledge knowledge) {
    this.commands = commands;
    this.knowledge = knowledge;
  }

  /**
   * Makes a command of a request and carries it out.
   *
   * @param key of the sender, so that a repetition has no second effect
   */
  ResponseEntity<Object> act(
      Caller caller,
      BodyId body,
      @Nullable String key,
      @Nullable JsonNode content,
      Function<Making, MeetingCommand> making) {
    Optional<AgencyId> actor = actor(caller);
    if (!knowledge.isReady()) {
      return notReady();
    }
    if (actor.isEmpty()) {
      return ProblemCode.ONLY_READING.problem().response();
    }
    MeetingCommandHeader header = commands.header(actor.get(), body, key);
    Input input = new Input(content);
    MeetingCommand command = making.apply(new Making(header, input));
    if (input.fault().isPresent()) {
      return input.fault().get().response();
    }
    if (key != null && commands.isOtherContent(header, body + " " + contentOf(command, content))) {
      return ProblemCode.KEY_REUSED.problem().response();
    }
    itemsOf(command).forEach(this::awaitItem);
    return answered(caller, commands.send(command));
  }

  /** What a command is made of. */
  record Making(MeetingCommandHeader header, Input input) {}

  private static String contentOf(MeetingCommand command, @Nullable JsonNode content) {
    return command.getClass().getSimpleName() + " " + content;
  }

  private Optional<AgencyId> actor(Caller caller) {
    return switch (caller) {
      case Caller.DeskCaller _ -> knowledge.directory().settings().map(each -> each.deskId());
      case Caller.AgencyCaller agency -> Optional.of(agency.agency());
      case Caller.ManagerCaller _ -> Optional.empty();
    };
  }

  private static List<ItemRef> itemsOf(MeetingCommand command) {
    return switch (command) {
      case MeetingCommand.CallMeeting call -> call.items();
      case MeetingCommand.AdmitRequest admit -> List.of(admit.item());
      case MeetingCommand.PlaceRequest place -> List.of(place.item());
      case MeetingCommand.TakeOffRequest off -> List.of(off.item());
      case MeetingCommand.SettleItem settle -> List.of(settle.item());
      case MeetingCommand.ProposeDates _,
          MeetingCommand.ChooseStart _,
          MeetingCommand.ChooseClosing _,
          MeetingCommand.MoveMeeting _,
          MeetingCommand.CancelMeeting _,
          MeetingCommand.RecordAttendance _,
          MeetingCommand.CompleteMinutes _,
          MeetingCommand.ReportDelivery _,
          MeetingCommand.ReportFailure _,
          MeetingCommand.ResendNotice _ ->
          List.of();
    };
  }

  /** What the gateway has just taken may take a moment to be read here. */
  private void awaitItem(ItemRef item) {
    long deadline = System.nanoTime() + ITEM_PATIENCE.toNanos();
    while (knowledge.now().item(item).isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(STEP.toNanos());
    }
  }

  private static ResponseEntity<Object> answered(Caller caller, Sent sent) {
    return switch (sent) {
      case Sent.Answered(Answer.Accepted(MeetingId meeting)) ->
          ResponseEntity.ok(Map.of("meetingId", meeting.value()));
      case Sent.Answered(Answer.Refused(MeetingRefusal code)) -> refused(caller, code);
      case Sent.Pending() -> ProblemCode.ANSWER_PENDING.problem().response();
      case Sent.NotTaken() -> notReady();
    };
  }

  /** A meeting of others is the same to an agency as one that does not exist. */
  private static ResponseEntity<Object> refused(Caller caller, MeetingRefusal code) {
    boolean unknown =
        code == MeetingRefusal.MEETING_UNKNOWN
            || (code == MeetingRefusal.NOT_THE_ORGANISER && caller instanceof Caller.AgencyCaller);
    return unknown
        ? ProblemCode.MEETING_UNKNOWN.problem().response()
        : ProblemCode.REFUSED.because(code.name(), code.label()).response();
  }

  static ResponseEntity<Object> notReady() {
    return ProblemCode.NOT_READY
        .problem()
        .response(
            ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "2"));
  }
}
