package jp.tsunagu.compose.fault;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.compose.checker.Answer;
import jp.tsunagu.compose.checker.Checker;
import jp.tsunagu.compose.checker.Defect;
import jp.tsunagu.compose.checker.Found;
import jp.tsunagu.compose.checker.Journal;
import jp.tsunagu.compose.checker.Shown;
import jp.tsunagu.compose.checker.Verdict;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.client.AgencyClient;
import jp.tsunagu.compose.client.Reply;
import jp.tsunagu.compose.ledger.LedgerReader;
import jp.tsunagu.compose.load.Work;
import jp.tsunagu.compose.run.ProcessNetwork;
import jp.tsunagu.compose.run.ProcessNetwork.Part;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.runtime.waiting.BoundedWait;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One fault under load, on cases of its own. */
final class Trial {
  private static final Logger log = LoggerFactory.getLogger(Trial.class);
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /** Of the receivers one sees nothing of a case: the stranger. */
  private static final int RECEIVERS_OF_A_CASE = Work.RECEIVERS.size() - 1;

  private final ProcessNetwork network;
  private final HttpClient http;
  private final Fault fault;
  private final long seed;
  private final Load load;
  private final @Nullable Path older;
  private final Random chance;
  private final Journal journal = new Journal();
  private final Eyes eyes;
  private final Instant begun = Clock.systemUTC().instant();

  /** Since when clients send. */
  private Instant since = begun;

  /**
   * How much clients send.
   *
   * @param cases each of which goes to all receivers but one
   * @param length how long that takes where nothing is broken
   */
  record Load(int cases, Duration length) {
    /** Of a client between two requests; four work at once. */
    Duration pause() {
      return length.dividedBy(Math.ceilDiv(cases, 4) * (long) RECEIVERS_OF_A_CASE);
    }
  }

  Trial(
      ProcessNetwork network,
      HttpClient http,
      Fault fault,
      long seed,
      Load load,
      @Nullable Path older) {
    this.network = network;
    this.http = http;
    this.fault = fault;
    this.seed = seed;
    this.load = load;
    this.older = older;
    this.chance = new Random(seed);
    this.eyes = new Eyes(http, network);
  }

  /**
   * Lets clients send, strikes in the middle of it, heals, waits until everything has come to its
   * end, and judges; where a defect is to be planted, what was found with it. A row that cannot be
   * struck, or does not become ready again, says why.
   */
  Row run(@Nullable Defect planted) {
    var run = fault + "-" + begun.toEpochMilli();
    var two = fault.doubled().equals(Optional.of(Part.SCHEDULER));
    try (var clients = new Clients(sender(), journal, run);
        var calls = new Calls(network, http, chance, run, two)) {
      try {
        return judged(clients, calls, planted);
      } catch (TimeoutException | RuntimeException failed) {
        log.error("{} did not come to its end", fault, failed);
        return row(List.of(), List.of(), planted, 0, failed.toString());
      }
    }
  }

  private Row judged(Clients clients, Calls calls, @Nullable Defect planted)
      throws TimeoutException {
    try (var ledger = LedgerReader.fromNow(network.reader(), SampleCity.NETWORK)) {
      var cases = cases();
      calls.prepare();
      strikeUnderLoad(clients, calls, cases);
      clients.askAgain();
      awaitEnd(clients, cases.keySet());
      ledger.restart();
      var events = ledger.toEnd();
      var found = found(clients, calls, events, cases.keySet());
      var verdicts = planted == null ? Checker.judge(journal, found) : judged(planted, found);
      return row(
          sent(events, cases.keySet()), verdicts, planted, clients.duplicatesRemoved(), null);
    }
  }

  private Row row(
      List<EventHeader> sent,
      List<Verdict> verdicts,
      @Nullable Defect planted,
      int duplicatesRemoved,
      @Nullable String failure) {
    var took = Duration.between(begun, Clock.systemUTC().instant());
    var times =
        fault.isOfTheClocksThatTell() || failure != null
            ? Times.of(took)
            : Times.of(sent, since, took);
    return new Row(fault, seed, counts(duplicatesRemoved), times, verdicts, planted, failure);
  }

  private List<Verdict> judged(Defect planted, Found found) {
    var agencies = Work.RECEIVERS.stream().map(AgencyId::value).toList();
    return Checker.judge(journal, planted.planted(found, journal, agencies, chance));
  }

  private AgencyClient sender() {
    return new AgencyClient(http, network.address(Part.SENDER), ProcessNetwork.SENDER);
  }

  /**
   * New cases, the first of them spare, each with the referrals that are to be sent, in an order of
   * their own.
   */
  private Map<String, List<Work.Referral>> cases() {
    try {
      var today = TokyoTime.dateOf(Clock.systemUTC().instant());
      var work = Work.prepare(sender(), (load.cases() + 1) * Work.RECEIVERS.size(), today, chance);
      var cases = new LinkedHashMap<String, List<Work.Referral>>();
      work.referrals()
          .forEach(each -> cases.computeIfAbsent(each.caseId(), _ -> new ArrayList<>()).add(each));
      cases.replaceAll((_, referrals) -> chosen(referrals));
      return cases;
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while cases were made", exception);
    } catch (ExecutionException exception) {
      throw new IllegalStateException("no cases could be made", exception);
    }
  }

  private List<Work.Referral> chosen(List<Work.Referral> referrals) {
    var all = new ArrayList<>(referrals);
    Collections.shuffle(all, chance);
    return List.copyOf(all.subList(0, RECEIVERS_OF_A_CASE));
  }

  private void strikeUnderLoad(Clients clients, Calls calls, Map<String, List<Work.Referral>> cases)
      throws TimeoutException {
    var all = List.copyOf(cases.values());
    var doubled = fault.doubled();
    if (doubled.isEmpty()) {
      strike(clients, calls, all);
      return;
    }
    try {
      network.startSecond(doubled.get());
      strike(clients, calls, all);
    } finally {
      network.stopSecond(doubled.get());
    }
  }

  private void strike(Clients clients, Calls calls, List<List<Work.Referral>> all)
      throws TimeoutException {
    since = Clock.systemUTC().instant();
    var sending = new ArrayList<>(clients.begin(all.subList(1, all.size()), load.pause()));
    sending.add(calls.begin(load.length()));
    var before = load.cases() * RECEIVERS_OF_A_CASE / 4;
    BoundedWait.until(
        "a quarter of the attempts", PATIENCE, () -> journal.attempts().size() >= before);
    fault.strike(new Blows(network, chance, clients, new Metrics(http), all.getFirst(), older));
    for (var each : sending) {
      try {
        each.get(load.length().plus(PATIENCE).toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException exception) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while clients sent", exception);
      } catch (ExecutionException exception) {
        throw new IllegalStateException("a client failed", exception);
      }
    }
    network.heal();
  }

  /** Where something has not come to its end in time, the checker says what. */
  private void awaitEnd(Clients clients, Set<String> cases) {
    try {
      BoundedWait.until(
          "the end of everything that was taken",
          PATIENCE,
          () -> {
            eyes.look();
            return missing(cases).allMatch(referral -> isDecided(clients, referral));
          });
    } catch (TimeoutException _) {
      eyes.look();
    }
  }

  /** What was taken and is not to be seen where it was sent to. */
  private Stream<String> missing(Set<String> cases) {
    var arrived =
        eyes.of(cases).stream()
            .filter(Shown::isArrival)
            .map(Shown::referralId)
            .collect(Collectors.toSet());
    return journal.last(Answer.Ok.class).stream()
        .map(attempt -> ((Answer.Ok) attempt.last()).referralId())
        .distinct()
        .filter(referral -> !arrived.contains(referral));
  }

  private static boolean isDecided(Clients clients, String referral) {
    return clients.command(referral).map(Trial::isWithoutEffect).orElse(false);
  }

  private static boolean isWithoutEffect(Reply reply) {
    return reply.body().path("decided").asBoolean(false) && !state(reply).equals("ACCEPTED");
  }

  private static String state(Reply command) {
    return command.body().path("state").path("code").asString("");
  }

  private Found found(Clients clients, Calls calls, List<CaseEvent> events, Set<String> cases) {
    var entries =
        events.stream()
            .map(CaseEvent::header)
            .filter(header -> cases.contains(header.caseId().toString()))
            .map(header -> new Found.Entry(header.caseId().toString(), header.sequence()))
            .toList();
    var endings = new ArrayList<Found.Ending>();
    for (var attempt : journal.last(Answer.Ok.class)) {
      var referral = ((Answer.Ok) attempt.last()).referralId();
      clients
          .command(referral)
          .filter(Trial::isWithoutEffect)
          .map(reply -> new Found.Ending(referral, !state(reply).equals("REFUSED")))
          .ifPresent(endings::add);
    }
    var meetings = calls.found();
    var comparisons = new Recounts(network, new Metrics(http)).all();
    eyes.look();
    return new Found(eyes.of(cases), entries, endings, meetings, comparisons);
  }

  private Row.Counts counts(int duplicatesRemoved) {
    return new Row.Counts(
        journal.attempts().size(),
        journal.first(Answer.Ok.class).size(),
        refusals(),
        journal.first(Answer.Unknown.class).size(),
        duplicatesRemoved);
  }

  private Map<String, Long> refusals() {
    return journal.first(Answer.Refused.class).stream()
        .map(attempt -> ((Answer.Refused) attempt.first()).code())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static List<EventHeader> sent(List<CaseEvent> events, Set<String> cases) {
    return events.stream()
        .filter(ReferralSent.class::isInstance)
        .map(CaseEvent::header)
        .filter(header -> cases.contains(header.caseId().toString()))
        .toList();
  }
}
