package jp.tsunagu.scheduler.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.meeting.MeetingActedBy;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.MeetingCommandHeader;
import jp.tsunagu.contract.meeting.MeetingRefusal;
import jp.tsunagu.contract.meeting.NotInvited;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.form.FormReader;
import jp.tsunagu.runtime.form.FormReading;
import jp.tsunagu.runtime.form.JsonForm;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.scheduler.dispatch.Commands;
import jp.tsunagu.scheduler.dispatch.Commands.Sent;
import jp.tsunagu.scheduler.knowledge.Answers.Answer;
import jp.tsunagu.scheduler.knowledge.Knowledge;
import jp.tsunagu.scheduler.meeting.Corrections;
import jp.tsunagu.scheduler.meeting.MeetingDecider;
import jp.tsunagu.scheduler.meeting.Outlook;
import jp.tsunagu.scheduler.person.ActingPeople;
import jp.tsunagu.scheduler.web.MeetingForm.Making;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** From a request to a command to an answer. */
final class Acting {

  private static final Duration ITEM_PATIENCE = Duration.ofSeconds(3);
  private static final Duration SOON = Duration.ofSeconds(2);

  private final Commands commands;
  private final Knowledge knowledge;
  private final ActingPeople people;
  private final Clock clock;

  Acting(Commands commands, Knowledge knowledge, ActingPeople people, Clock clock) {
    this.commands = commands;
    this.knowledge = knowledge;
    this.people = people;
    this.clock = clock;
  }

  /** What is said to those who only read; asked before anything else. */
  static Optional<ResponseEntity<Object>> objection(Caller caller) {
    return switch (caller) {
      case Caller.Desk _, Caller.MeetingSecretary _, Caller.OfAgency _ -> Optional.empty();
      case Caller.Supervisor _, Caller.Administrator _, Caller.ProtectionOfficer _, Caller.Peer _ ->
          Optional.of(CommonProblem.ONLY_READING.problem().response());
    };
  }

  /** Calls a meeting of the body that the form names. */
  ResponseEntity<Object> call(Caller caller, @Nullable String key, JsonForm content) {
    return entitled(
        caller,
        key,
        actor ->
            switch (read(MeetingForms.CALL, content)) {
              case Read.Wrong(Problem problem) -> problem.response();
              case Read.Complete(Filled form, String text) ->
                  called(caller, actor, key, form, text);
            });
  }

  private ResponseEntity<Object> called(
      Caller caller, AgencyId actor, @Nullable String key, Filled form, String text) {
    BodyId of = new BodyId(form.must(MeetingForms.BODY));
    return MeetingDecider.objection(
            actor, of, knowledge.now(), knowledge.meetings(), clock.instant())
        .map(refusal -> refused(caller, refusal))
        .orElseGet(
            () ->
                send(
                    caller,
                    new Post(of.value(), key, text),
                    MeetingForms.called(header(actor, of, key), form)));
  }

  /** What became of a body. */
  private sealed interface Read {

    /**
     * A form without problems.
     *
     * @param text the whole of it
     */
    record Complete(Filled form, String text) implements Read {}

    record Wrong(Problem problem) implements Read {}
  }

  private Read read(Form form, JsonForm content) {
    return switch (content) {
      case JsonForm.Malformed broken ->
          new Read.Wrong(CommonProblem.malformed(broken.line(), broken.column(), broken.problem()));
      case JsonForm.Readable(var root) ->
          switch (new FormReader(knowledge.directory(), clock.instant()).read(form, root)) {
            case FormReading.Unusable(var problems) ->
                new Read.Wrong(CommonProblem.ofFields(problems));
            case FormReading.Usable(Filled filled) -> new Read.Complete(filled, root.toString());
          };
    };
  }

  /**
   * Makes a command of a form about a meeting and carries it out: who may not is told before his
   * contents count and before anything is waited for. An id that is none is as unknown as one that
   * nobody has.
   */
  ResponseEntity<Object> on(
      Caller caller, String id, @Nullable String key, JsonForm content, MeetingForm form) {
    if (!MeetingId.isValid(id)) {
      return objection(caller).orElseGet(() -> ProblemCode.MEETING_UNKNOWN.problem().response());
    }
    MeetingId meeting = new MeetingId(id);
    return act(
        caller,
        meeting,
        key,
        header ->
            switch (read(form.form(), content)) {
              case Read.Wrong(Problem problem) -> new Made.Wrong(problem);
              case Read.Complete(Filled filled, String text) ->
                  new Made.Command(
                      form.make().apply(new Making(header, meeting, filled)),
                      new Post(id, key, text));
            });
  }

  /** The same for a command that needs no form. */
  ResponseEntity<Object> on(
      Caller caller,
      MeetingId meeting,
      Post post,
      Function<MeetingCommandHeader, MeetingCommand> make) {
    return act(caller, meeting, post.key(), header -> new Made.Command(make.apply(header), post));
  }

  /** What became of what was filled in. */
  private sealed interface Made {

    record Command(MeetingCommand command, Post post) implements Made {}

    record Wrong(Problem problem) implements Made {}
  }

  private ResponseEntity<Object> act(
      Caller caller,
      MeetingId meeting,
      @Nullable String key,
      Function<MeetingCommandHeader, Made> make) {
    return entitled(
        caller,
        key,
        actor ->
            MeetingDecider.objection(
                    actor, meeting, knowledge.now(), knowledge.meetings(), clock.instant())
                .map(refusal -> refused(caller, refusal))
                .orElseGet(
                    () ->
                        switch (make.apply(header(actor, meeting.body(), key))) {
                          case Made.Wrong(Problem problem) -> problem.response();
                          case Made.Command(var command, Post post) -> send(caller, post, command);
                        }));
  }

  /** Goes on for those who may act at all, once everything is known. */
  private ResponseEntity<Object> entitled(
      Caller caller, @Nullable String key, Function<AgencyId, ResponseEntity<Object>> goOn) {
    return objection(caller)
        .or(() -> RepeatedKey.objection(key, clock.instant()))
        .orElseGet(
            () ->
                knowledge.isReady()
                    ? actor(caller, knowledge.directory())
                        .map(agency -> inHerName(agency, goOn))
                        .orElseGet(Acting::notReady)
                    : notReady());
  }

  /** Nothing goes out in the name of a person whom nobody could tell afterwards. */
  private static ResponseEntity<Object> inHerName(
      AgencyId agency, Function<AgencyId, ResponseEntity<Object>> goOn) {
    try {
      return goOn.apply(agency);
    } catch (ActingPeople.NotKeptException _) {
      return notReady();
    }
  }

  private ResponseEntity<Object> send(Caller caller, Post post, MeetingCommand command) {
    awaitItems(command);
    List<NotInvited> missing =
        Outlook.notInvited(
            knowledge.now(),
            knowledge.meetings(),
            Outlook.itemsOf(command, knowledge.meetings()),
            clock.instant());
    return answered(
        caller,
        command,
        missing,
        post.key() == null ? commands.send(command) : commands.send(command, post.of(command)));
  }

  /**
   * What was sent.
   *
   * @param target what it is about, as the address names it
   * @param content what was filled in, whole; empty where there is no form
   * @param key of the sender, so that a repetition has no second effect
   */
  record Post(String target, @Nullable String key, String content) {

    /** All that a repetition has in common with it. */
    private String of(MeetingCommand command) {
      return target + " " + command.getClass().getSimpleName() + " " + content;
    }
  }

  /** Who acts for the agency stands in the command, for that agency alone to resolve. */
  private MeetingCommandHeader header(AgencyId actor, BodyId body, @Nullable String key) {
    MeetingActedBy by = new MeetingActedBy(actor, people.now(actor, body).orElse(null));
    return commands.header(by, body, key);
  }

  /** The agency for which somebody acts: the secretary prepares the meetings for the desk. */
  static Optional<AgencyId> actor(Caller caller, NetworkDirectory directory) {
    return switch (caller) {
      case Caller.Desk _, Caller.MeetingSecretary _ -> directory.desk();
      case Caller.OfAgency agency -> Optional.of(agency.agency());
      case Caller.Supervisor _, Caller.Administrator _, Caller.ProtectionOfficer _, Caller.Peer _ ->
          Optional.empty();
    };
  }

  /** What the gateway has just taken may take a moment to be read here. */
  private void awaitItems(MeetingCommand command) {
    try {
      knowledge.await(command.items(), ITEM_PATIENCE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private ResponseEntity<Object> answered(
      Caller caller, MeetingCommand command, List<NotInvited> missing, Sent sent) {
    return switch (sent) {
      case Sent.Answered(Answer.Accepted(MeetingId meeting)) ->
          ResponseEntity.ok(Done.of(meeting, command, missing, knowledge));
      case Sent.Answered(Answer.Refused(MeetingRefusal code)) -> refused(caller, code, command);
      case Sent.Pending() -> ProblemCode.ANSWER_PENDING.problem().response();
      case Sent.NotTaken() -> notReady();
      case Sent.KeyReused() -> CommonProblem.KEY_REUSED.problem().response();
    };
  }

  private ResponseEntity<Object> refused(
      Caller caller, MeetingRefusal code, MeetingCommand command) {
    return refused(
        caller,
        code,
        Corrections.of(command, code, knowledge.now(), knowledge.meetings(), clock.instant()));
  }

  private static ResponseEntity<Object> refused(Caller caller, MeetingRefusal code) {
    return refused(caller, code, List.of());
  }

  /** A meeting of others is the same to an agency as one that does not exist. */
  private static ResponseEntity<Object> refused(
      Caller caller, MeetingRefusal code, List<FieldProblem> places) {
    boolean unknown =
        code == MeetingRefusal.MEETING_UNKNOWN
            || (code == MeetingRefusal.NOT_THE_ORGANISER && caller instanceof Caller.OfAgency);
    return unknown
        ? ProblemCode.MEETING_UNKNOWN.problem().response()
        : ProblemCode.REFUSED.because(code.name(), code.label()).in(places).response();
  }

  static ResponseEntity<Object> notReady() {
    return CommonProblem.NOT_READY.problem().response(SOON);
  }
}
