package jp.tsunagu.scheduler.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.UuidVersion7;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.MeetingCommandHeader;
import jp.tsunagu.contract.meeting.MeetingRefusal;
import jp.tsunagu.contract.meeting.UnknownMeetingCommand;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.scheduler.desk.MeetingDesk;
import jp.tsunagu.scheduler.dispatch.Commands;
import jp.tsunagu.scheduler.dispatch.Commands.Sent;
import jp.tsunagu.scheduler.knowledge.Answers.Answer;
import jp.tsunagu.scheduler.knowledge.CommandKeys;
import jp.tsunagu.scheduler.knowledge.Knowledge;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/** From a request to a command to an answer. */
final class Acting {

  /** By which a repetition is known. */
  static final String KEY = "Idempotency-Key";

  /** What it is, for whoever sends it. */
  static final String KEY_MEANS = "送るたびに新しい値。送り直すときは同じ値(200文字まで)。";

  private static final Pattern KEY_FORM = Pattern.compile("[\\x21-\\x7E]{1,200}");
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Duration ITEM_PATIENCE = Duration.ofSeconds(3);
  private static final Duration SOON = Duration.ofSeconds(2);

  private final Commands commands;
  private final Knowledge knowledge;
  private final Clock clock;

  Acting(Commands commands, Knowledge knowledge, Clock clock) {
    this.commands = commands;
    this.knowledge = knowledge;
    this.clock = clock;
  }

  /** What is said to those who only read; asked before anything else. */
  static Optional<ResponseEntity<Object>> objection(Caller caller) {
    return switch (caller) {
      case Caller.Desk _, Caller.OfAgency _ -> Optional.empty();
      case Caller.Supervisor _, Caller.Peer _ ->
          Optional.of(CommonProblem.ONLY_READING.problem().response());
    };
  }

  /**
   * Makes a command of a request and carries it out: who may not is told before his contents count
   * and before anything is waited for.
   *
   * @param body of the meeting
   */
  ResponseEntity<Object> act(
      Caller caller, BodyId body, Post post, Function<Making, MeetingCommand> making) {
    return objection(caller)
        .or(() -> keyObjection(post.key()))
        .orElseGet(
            () ->
                knowledge.isReady()
                    ? actor(caller)
                        .map(actor -> commands.header(actor, body, post.key()))
                        .map(header -> act(caller, header, post, making))
                        .orElseGet(Acting::notReady)
                    : notReady());
  }

  /**
   * The same for a command about one meeting; an id that is none is as unknown as one that nobody
   * has.
   */
  ResponseEntity<Object> on(
      Caller caller,
      String id,
      @Nullable String key,
      @Nullable JsonNode body,
      BiFunction<Making, MeetingId, MeetingCommand> making) {
    if (!MeetingId.isValid(id)) {
      return objection(caller).orElseGet(() -> ProblemCode.MEETING_UNKNOWN.problem().response());
    }
    MeetingId meeting = new MeetingId(id);
    Post post = new Post(id, key, body);
    return act(caller, meeting.body(), post, made -> making.apply(made, meeting));
  }

  private Optional<ResponseEntity<Object>> keyObjection(@Nullable String key) {
    if (key == null) {
      return Optional.empty();
    }
    if (!KEY_FORM.matcher(key).matches()) {
      return Optional.of(
          CommonProblem.REQUEST_INVALID
              .saying("Idempotency-Key は空白のない英数字・記号で200文字までです。")
              .response());
    }
    return isTooOld(key)
        ? Optional.of(ProblemCode.KEY_TOO_OLD.problem().response())
        : Optional.empty();
  }

  /** A key that tells when it was made is not taken for a new one once it could be forgotten. */
  private boolean isTooOld(String key) {
    return UUID_FORM.matcher(key).matches()
        && UuidVersion7.timeOf(UUID.fromString(key))
            .filter(made -> made.isBefore(clock.instant().minus(CommandKeys.KEPT)))
            .isPresent();
  }

  private ResponseEntity<Object> act(
      Caller caller,
      MeetingCommandHeader header,
      Post post,
      Function<Making, MeetingCommand> making) {
    Input input = new Input(post.content());
    MeetingCommand command = making.apply(new Making(header, input));
    Optional<MeetingRefusal> objection =
        MeetingDesk.objection(command, knowledge.now(), knowledge.meetings(), clock.instant());
    if (objection.isPresent()) {
      return refused(caller, objection.get());
    }
    if (input.fault().isPresent()) {
      return input.fault().get().response();
    }
    awaitItems(command);
    return answered(
        caller,
        post.key() == null ? commands.send(command) : commands.send(command, post.of(command)));
  }

  /**
   * What was sent.
   *
   * @param target what it is about, as the address names it
   * @param key of the sender, so that a repetition has no second effect
   */
  record Post(String target, @Nullable String key, @Nullable JsonNode content) {

    /** All that a repetition has in common with it. */
    private String of(MeetingCommand command) {
      return target + " " + command.getClass().getSimpleName() + " " + content;
    }
  }

  /** What was carried out, for this meeting. */
  record Done(String meetingId) {}

  /** What a command is made of. */
  record Making(MeetingCommandHeader header, Input input) {}

  private Optional<AgencyId> actor(Caller caller) {
    return switch (caller) {
      case Caller.Desk _ -> knowledge.directory().settings().map(each -> each.deskId());
      case Caller.OfAgency agency -> Optional.of(agency.agency());
      case Caller.Supervisor _, Caller.Peer _ -> Optional.empty();
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
          MeetingCommand.ResendNotice _,
          UnknownMeetingCommand _ ->
          List.of();
    };
  }

  /** What the gateway has just taken may take a moment to be read here. */
  private void awaitItems(MeetingCommand command) {
    try {
      knowledge.await(itemsOf(command), ITEM_PATIENCE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static ResponseEntity<Object> answered(Caller caller, Sent sent) {
    return switch (sent) {
      case Sent.Answered(Answer.Accepted(MeetingId meeting)) ->
          ResponseEntity.ok(new Done(meeting.value()));
      case Sent.Answered(Answer.Refused(MeetingRefusal code)) -> refused(caller, code);
      case Sent.Pending() -> ProblemCode.ANSWER_PENDING.problem().response();
      case Sent.NotTaken() -> notReady();
      case Sent.KeyReused() -> CommonProblem.KEY_REUSED.problem().response();
    };
  }

  /** A meeting of others is the same to an agency as one that does not exist. */
  private static ResponseEntity<Object> refused(Caller caller, MeetingRefusal code) {
    boolean unknown =
        code == MeetingRefusal.MEETING_UNKNOWN
            || (code == MeetingRefusal.NOT_THE_ORGANISER && caller instanceof Caller.OfAgency);
    return unknown
        ? ProblemCode.MEETING_UNKNOWN.problem().response()
        : ProblemCode.REFUSED.because(code.name(), code.label()).response();
  }

  static ResponseEntity<Object> notReady() {
    return CommonProblem.NOT_READY.problem().response(SOON);
  }
}
