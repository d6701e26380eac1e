package jp.tsunagu.compose.fault;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jp.tsunagu.compose.checker.Answer;
import jp.tsunagu.compose.checker.Attempt;
import jp.tsunagu.compose.checker.Journal;
import jp.tsunagu.compose.client.AgencyClient;
import jp.tsunagu.compose.client.Reply;
import jp.tsunagu.compose.load.Work;
import jp.tsunagu.compose.waiting.Rest;

/**
 * The sender's systems: each sends its cases on, the requests of a case one after the other, and
 * goes on whatever it is told. Every eighth request is made once more under another key, which the
 * network must refuse while the first referral is open.
 */
final class Clients implements AutoCloseable {
  private static final int AT_ONCE = 4;
  private static final int AGAIN_EACH = 8;
  private static final int REPETITIONS = 20;
  private static final Duration BETWEEN_REPETITIONS = Duration.ofSeconds(1);

  private final AgencyClient sender;
  private final Journal journal;
  private final String run;
  private final Map<Integer, Request> requests = new ConcurrentHashMap<>();
  private final Map<Integer, Instant> repeatedAt = new ConcurrentHashMap<>();
  private final Map<String, String> commands = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

  /** What is asked, and under which key. */
  private record Request(Work.Referral referral, String key) {}

  /**
   * Clients that have done nothing yet.
   *
   * @param run part of every key
   */
  Clients(AgencyClient sender, Journal journal, String run) {
    this.sender = sender;
    this.journal = journal;
    this.run = run;
  }

  /**
   * Begins.
   *
   * @param cases the referrals of each case, in their order
   * @param pause of a client between two requests
   */
  List<Future<?>> begin(List<List<Work.Referral>> cases, Duration pause) {
    return IntStream.range(0, AT_ONCE)
        .<Future<?>>mapToObj(client -> threads.submit(() -> send(every(cases, client), pause)))
        .toList();
  }

  private static List<List<Work.Referral>> every(List<List<Work.Referral>> cases, int client) {
    return IntStream.range(0, cases.size())
        .filter(number -> number % AT_ONCE == client)
        .mapToObj(cases::get)
        .toList();
  }

  /** The first referral of every case, then the second one of every case, and so on. */
  private void send(List<List<Work.Referral>> cases, Duration pause) {
    var longest = cases.stream().mapToInt(List::size).max().orElse(0);
    for (var leg = 0; leg < longest; leg++) {
      for (var referrals : cases) {
        if (leg < referrals.size()) {
          var number = submit(referrals.get(leg));
          if (number % AGAIN_EACH == 0) {
            submit(referrals.get(leg));
          }
          Rest.of(pause);
        }
      }
    }
  }

  /** Sends one under a key of its own; gives the number of the attempt. */
  private int submit(Work.Referral referral) {
    return submit(referral, journal.begin(), "");
  }

  /** Sends one under this key, which others may use as well. */
  void submit(Work.Referral referral, String key) {
    submit(referral, journal.begin(), key);
  }

  private int submit(Work.Referral referral, int number, String word) {
    var key = run + "-" + (word.isEmpty() ? number : word);
    requests.put(number, new Request(referral, key));
    note(number, referral, new Answer.Unknown("not answered yet"));
    note(number, referral, ask(referral, key));
    return number;
  }

  private void note(int number, Work.Referral referral, Answer answer) {
    journal.note(new Attempt(number, referral.caseId(), referral.receiver().value(), answer, null));
  }

  private Answer ask(Work.Referral referral, String key) {
    try {
      return judged(
          sender.service().post("/referrals", referral.form(), Map.of("Idempotency-Key", key)));
    } catch (UncheckedIOException broken) {
      return new Answer.Unknown(
          Objects.requireNonNull(broken.getCause()).getClass().getSimpleName());
    }
  }

  private Answer judged(Reply reply) {
    if (reply.isSuccess()) {
      var referralId = reply.text("referralId");
      commands.put(referralId, reply.body().path("commandIds").path(0).asString(""));
      return new Answer.Ok(referralId);
    }
    return reply.status() >= 500
        ? new Answer.Unknown(Integer.toString(reply.status()))
        : new Answer.Refused(reply.status() + " " + reply.text("code"));
  }

  /** Of what has no answer every second one is asked for again, until there is one. */
  void askAgain() {
    for (var attempt : journal.first(Answer.Unknown.class)) {
      if (attempt.number() % 2 == 0) {
        askAgain(attempt);
      }
    }
  }

  private void askAgain(Attempt attempt) {
    var request = Objects.requireNonNull(requests.get(attempt.number()));
    repeatedAt.put(attempt.number(), Clock.systemUTC().instant());
    Answer answer = attempt.first();
    for (var time = 0; time < REPETITIONS && answer instanceof Answer.Unknown; time++) {
      answer = ask(request.referral, request.key);
      if (answer instanceof Answer.Unknown) {
        Rest.of(BETWEEN_REPETITIONS);
      }
    }
    journal.note(attempt.repeated(answer));
  }

  /** How often asking again found that it had been taken already. */
  int duplicatesRemoved() {
    return Math.toIntExact(
        journal.first(Answer.Unknown.class).stream().filter(this::wasTakenBefore).count());
  }

  private boolean wasTakenBefore(Attempt attempt) {
    return attempt.repeated() instanceof Answer.Ok(String referralId)
        && command(referralId)
            .map(reply -> reply.text("submittedAt"))
            .filter(text -> !text.isEmpty())
            .map(text -> OffsetDateTime.parse(text).toInstant())
            .filter(
                submitted ->
                    submitted.isBefore(Objects.requireNonNull(repeatedAt.get(attempt.number()))))
            .isPresent();
  }

  /** What became of the command that made this referral, as the sender is told. */
  Optional<Reply> command(String referralId) {
    var commandId = commands.get(referralId);
    return commandId == null
        ? Optional.empty()
        : Optional.of(sender.service().get("/commands/" + commandId)).filter(Reply::isSuccess);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
