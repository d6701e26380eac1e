package jp.tsunagu.connector.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.tsunagu.connector.outbox.Answer;
import jp.tsunagu.connector.outbox.FilesFault;
import jp.tsunagu.connector.outbox.Handed;
import jp.tsunagu.connector.outbox.IdempotencyKey;
import jp.tsunagu.connector.outbox.Outbox;
import jp.tsunagu.connector.outbox.Submission;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.outbox.Wishes;
import jp.tsunagu.connector.record.CommandState;
import jp.tsunagu.connector.view.ViewJson;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.runtime.form.JsonForm;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * The way of every POST: headers, key, earlier answer, body, outbox, and on wish the network's
 * answer. An earlier answer comes before every check of content, so that a repetition is told the
 * same whatever has changed since. Nothing waits for the database while a connection is held: it is
 * read through one, and stored, together with what came at the same time, through another.
 */
@Component
class Posts {

  private static final Duration LONGEST_TURN = Duration.ofSeconds(10);

  private final Outbox outbox;
  private final OutcomeWait outcomes;
  private final Turns turns;
  private final InFlightKeys inFlight = new InFlightKeys();

  Posts(Outbox outbox, OutcomeWait outcomes, Turns turns) {
    this.outbox = outbox;
    this.outcomes = outcomes;
    this.turns = turns;
  }

  ResponseEntity<byte[]> post(HttpServletRequest request, PostForm form) throws IOException {
    return switch (Incoming.read(request)) {
      case Incoming.Refused(Problem problem) -> Answers.problem(problem);
      case Incoming.Complete(Exchange exchange) -> post(exchange, form);
    };
  }

  ResponseEntity<byte[]> post(Exchange exchange, PostForm form) {
    try {
      return switch (post(exchange.agency(), List.of(new Single(exchange, form))).getFirst()) {
        case Ended.Stopped(Problem problem) -> Answers.problem(problem);
        case Ended.Told(Answer answer) ->
            outcomes.answer(exchange.agency(), answer, exchange.patience());
      };
    } catch (CannotCreateTransactionException busy) {
      return DatabaseProblems.busy();
    }
  }

  /** A POST, alone or among others. */
  record Single(Exchange exchange, PostForm form) {

    IdempotencyKey key() {
      return exchange.key();
    }
  }

  /** How a POST ended, before anybody waits for the network. */
  sealed interface Ended extends Step {

    /** Nothing of it is stored. */
    record Stopped(Problem problem) implements Ended {}

    /** It is stored, now or before. */
    record Told(Answer answer) implements Ended {}
  }

  /** How far a POST got. */
  private sealed interface Step {}

  private record Readable(PostForm.Reading.Ready ready) implements Step {}

  /**
   * Each is read for itself, and all that can be stored are stored in one transaction.
   *
   * @return how each ended, in their order
   * @throws CannotCreateTransactionException where too much is asked at once: nothing is stored
   */
  List<Ended> post(AgencyId agency, List<Single> all) {
    Set<String> taken = new HashSet<>();
    try {
      Map<Single, Step> steps = new IdentityHashMap<>();
      List<Single> free = new ArrayList<>();
      for (Single each : all) {
        if (taken.contains(each.key().key()) || inFlight.take(each.exchange())) {
          taken.add(each.key().key());
          free.add(each);
        } else {
          steps.put(each, new Ended.Stopped(CommonProblem.KEY_IN_FLIGHT.problem()));
        }
      }
      long end = System.nanoTime() + LONGEST_TURN.toNanos();
      steps.putAll(turns.take(end, () -> outbox.together(agency, () -> read(agency, free))));
      return stored(agency, all, steps, end);
    } finally {
      all.stream()
          .filter(each -> taken.remove(each.key().key()))
          .forEach(each -> inFlight.release(each.exchange()));
    }
  }

  private Map<Single, Step> read(AgencyId agency, List<Single> all) {
    Map<IdempotencyKey, Submission> earlier =
        outbox.earlier(agency, all.stream().map(Single::key).toList());
    Map<Single, Step> steps = new IdentityHashMap<>();
    for (Single each : all) {
      Submission before = earlier.get(each.key());
      steps.put(each, before == null ? understood(each) : ended(before));
    }
    return steps;
  }

  private static Step understood(Single each) {
    return switch (JsonForm.read(each.exchange().body())) {
      case JsonForm.Malformed broken ->
          new Ended.Stopped(
              CommonProblem.malformed(broken.line(), broken.column(), broken.problem()));
      case JsonForm.Readable(var root) ->
          switch (each.form().read(each.exchange(), root)) {
            case PostForm.Reading.Stopped(Problem problem) -> new Ended.Stopped(problem);
            case PostForm.Reading.Ready ready -> new Readable(ready);
          };
    };
  }

  private List<Ended> stored(AgencyId agency, List<Single> all, Map<Single, Step> steps, long end) {
    List<Handed> handed = new ArrayList<>();
    for (Single each : all) {
      if (steps.get(each) instanceof Readable(PostForm.Reading.Ready ready)) {
        handed.add(new Handed(each.key(), wishes(each.exchange(), ready), each.form()::stored));
      }
    }
    var submissions =
        FreeConnection.patiently(end, () -> submitted(agency, handed, end)).iterator();
    return all.stream()
        .map(
            each ->
                Objects.requireNonNull(steps.get(each)) instanceof Ended ended
                    ? ended
                    : ended(submissions.next()))
        .toList();
  }

  /** One alone is stored with what others ask for at the same time. */
  private List<Submission> submitted(AgencyId agency, List<Handed> handed, long end) {
    return switch (handed.size()) {
      case 0 -> List.of();
      case 1 ->
          List.of(
              outbox.submit(agency, handed.getFirst(), Duration.ofNanos(end - System.nanoTime())));
      default -> outbox.submitAll(agency, handed);
    };
  }

  private static Wishes wishes(Exchange exchange, PostForm.Reading.Ready ready) {
    List<CommandId> ids = ready.wishes().stream().map(Posts::commandId).toList();
    Map<String, Object> body = new LinkedHashMap<>(ready.ids());
    body.put("commandIds", ids);
    body.put("state", CommandState.Name.STORED);
    String location = "/agencies/" + exchange.agency() + "/api/commands/" + ids.getLast();
    return new Wishes(
        ready.wishes(),
        new Answer(202, location, Bytes.copyOf(ViewJson.MAPPER.writeValueAsBytes(body))));
  }

  private static CommandId commandId(Wish wish) {
    return wish.command().header().commandId();
  }

  private static Ended ended(Submission submission) {
    return switch (submission) {
      case Submission.Accepted accepted -> new Ended.Told(accepted.answer());
      case Submission.Repeated repeated -> new Ended.Told(repeated.answer());
      case Submission.KeyReusedWithOtherBody _ ->
          new Ended.Stopped(CommonProblem.KEY_REUSED.problem());
      case Submission.FilesUnusable(FilesFault why) -> new Ended.Stopped(problem(why));
      case Submission.TooLarge(int bytes, int limit) ->
          new Ended.Stopped(
              CommonProblem.TOO_LARGE.saying(
                  "封かんすると" + bytes + "バイトになり、" + limit + "バイトを超えます。何も登録されていません。"));
    };
  }

  /** Why files cannot be attached, as a problem of their field. */
  static Problem problem(FilesFault fault) {
    return CommonProblem.ofFields(List.of(new FieldProblem("files", fault.problem(), fault.fix())));
  }
}
