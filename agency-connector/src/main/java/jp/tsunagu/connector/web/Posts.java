package jp.tsunagu.connector.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jp.tsunagu.connector.outbox.Answer;
import jp.tsunagu.connector.outbox.Outbox;
import jp.tsunagu.connector.outbox.Submission;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.outbox.Wishes;
import jp.tsunagu.connector.record.CommandState;
import jp.tsunagu.connector.view.ViewJson;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.runtime.form.JsonForm;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The way of every POST: headers, key, earlier answer, body, outbox, and on wish the network's
 * answer. An earlier answer comes before every check of content, so that a repetition is told the
 * same whatever has changed since.
 */
@Component
class Posts {

  private static final Duration LONGEST_TURN = Duration.ofSeconds(10);
  private static final Problem BUSY =
      CommonProblem.NOT_READY.saying("混み合っています。何も登録されていません。少し待ってから送り直してください。");

  private final Outbox outbox;
  private final OutcomeWait outcomes;
  private final InFlightKeys inFlight = new InFlightKeys();
  private final Semaphore turns;

  /**
   * Posts that wait for their turn with the database, so that many at once do not take the
   * connections from one another, from readers and from the relays.
   *
   * @param connections of the pool; half of them are for posts
   */
  Posts(
      Outbox outbox,
      OutcomeWait outcomes,
      @Value("${spring.datasource.hikari.maximum-pool-size:10}") int connections) {
    this.outbox = outbox;
    this.outcomes = outcomes;
    this.turns = new Semaphore(Math.max(1, connections / 2), true);
  }

  ResponseEntity<byte[]> post(HttpServletRequest request, PostForm form) throws IOException {
    return switch (Incoming.read(request)) {
      case Incoming.Refused(Problem problem) -> Answers.problem(problem);
      case Incoming.Complete(Exchange exchange) -> post(exchange, form);
    };
  }

  ResponseEntity<byte[]> post(Exchange exchange, PostForm form) {
    if (!inFlight.take(exchange)) {
      return Answers.problem(CommonProblem.KEY_IN_FLIGHT.problem());
    }
    Step step;
    try {
      step = inTurn(exchange, form);
    } finally {
      inFlight.release(exchange);
    }
    return switch (step) {
      case Step.Stopped(Problem problem) -> Answers.problem(problem);
      case Step.Stored(Submission submission) -> answered(exchange, submission);
    };
  }

  private Step inTurn(Exchange exchange, PostForm form) {
    long end = System.nanoTime() + LONGEST_TURN.toNanos();
    try {
      if (!turns.tryAcquire(LONGEST_TURN.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Step.Stopped(BUSY);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Step.Stopped(BUSY);
    }
    try {
      return FreeConnection.patiently(
          end, () -> outbox.together(exchange.agency(), () -> step(exchange, form)));
    } finally {
      turns.release();
    }
  }

  /** How far a request got before anybody waits for the network. */
  private sealed interface Step {
    record Stopped(Problem problem) implements Step {}

    record Stored(Submission submission) implements Step {}
  }

  private Step step(Exchange exchange, PostForm form) {
    return outbox
        .earlier(exchange.agency(), exchange.key())
        .<Step>map(Step.Stored::new)
        .orElseGet(() -> first(exchange, form));
  }

  private Step first(Exchange exchange, PostForm form) {
    return switch (understood(exchange, form)) {
      case PostForm.Reading.Stopped(Problem problem) -> new Step.Stopped(problem);
      case PostForm.Reading.Ready ready -> new Step.Stored(submitted(exchange, form, ready));
    };
  }

  private Submission submitted(Exchange exchange, PostForm form, PostForm.Reading.Ready ready) {
    Submission submission =
        outbox.submit(exchange.agency(), exchange.key(), () -> wishes(exchange, ready));
    if (submission instanceof Submission.Accepted) {
      form.stored();
    }
    return submission;
  }

  private static PostForm.Reading understood(Exchange exchange, PostForm form) {
    return switch (JsonForm.read(exchange.body())) {
      case JsonForm.Readable(var root) -> form.read(exchange, root);
      case JsonForm.Malformed broken ->
          new PostForm.Reading.Stopped(
              CommonProblem.malformed(broken.line(), broken.column(), broken.problem()));
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

  private ResponseEntity<byte[]> answered(Exchange exchange, Submission submission) {
    return switch (submission) {
      case Submission.Accepted accepted ->
          outcomes.answer(exchange.agency(), accepted.answer(), exchange.patience());
      case Submission.Repeated repeated ->
          outcomes.answer(exchange.agency(), repeated.answer(), exchange.patience());
      case Submission.KeyReusedWithOtherBody _ ->
          Answers.problem(CommonProblem.KEY_REUSED.problem());
      case Submission.TooLarge(int bytes, int limit) ->
          Answers.problem(
              CommonProblem.TOO_LARGE.saying(
                  "封かんすると" + bytes + "バイトになり、" + limit + "バイトを超えます。何も登録されていません。"));
    };
  }
}
