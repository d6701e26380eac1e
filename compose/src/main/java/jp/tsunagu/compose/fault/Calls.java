package jp.tsunagu.compose.fault;

import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.compose.checker.Found;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.client.ServiceClient;
import jp.tsunagu.compose.load.Desks;
import jp.tsunagu.compose.load.RequestedItem;
import jp.tsunagu.compose.run.ProcessNetwork;
import jp.tsunagu.compose.run.ProcessNetwork.Part;
import jp.tsunagu.compose.waiting.Rest;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.runtime.waiting.BoundedWait;
import jp.tsunagu.scheduler.meeting.Replanned;
import jp.tsunagu.scheduler.recount.AgendaRecount;

/**
 * The desk, which calls meetings one after the other about cases that were made ready before: at
 * each scheduler in turn, under one key until it is answered. What is called is published at once.
 */
final class Calls implements AutoCloseable {
  private static final int MEETINGS = 4;
  private static final int ITEMS = 2;
  private static final List<AgencyId> MEMBERS =
      List.of(SampleCity.HOKATSU, SampleCity.SHOGAI_SOUDAN, SampleCity.SHAKYO);

  /** Days ahead, far enough that no reminder is due and few meetings share a day. */
  private static final int FIRST_DAY = 20;

  private static final int LAST_DAY = 320;
  private static final Duration BETWEEN_REPETITIONS = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final ProcessNetwork network;
  private final HttpClient http;
  private final Random chance;
  private final String run;
  private final boolean two;
  private final List<RequestedItem> items = new ArrayList<>();
  private final List<String> called = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Nobody is called yet.
   *
   * @param run part of every key
   * @param two whether two schedulers run
   */
  Calls(ProcessNetwork network, HttpClient http, Random chance, String run, boolean two) {
    this.network = network;
    this.http = http;
    this.chance = chance;
    this.run = run;
    this.two = two;
  }

  /** Makes the cases ready, while nothing is broken. */
  void prepare() {
    var desks =
        new Desks(
            http,
            agency ->
                network.address(
                    agency.equals(ProcessNetwork.SENDER) ? Part.SENDER : Part.RECEIVERS),
            network.address(Part.SCHEDULER));
    var ready =
        Stream.generate(() -> threads.submit(() -> RequestedItem.ofNew(desks, MEMBERS)))
            .limit((long) MEETINGS * ITEMS)
            .toList();
    for (var each : ready) {
      items.add(done(each));
    }
  }

  private static RequestedItem done(Future<RequestedItem> item) {
    try {
      return item.get();
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while meetings were asked for", exception);
    } catch (ExecutionException exception) {
      throw new IllegalStateException("no meeting could be asked for", exception);
    }
  }

  /** Begins to call, spread over this time. */
  Future<?> begin(Duration length) {
    var days = chance.ints(FIRST_DAY, LAST_DAY).distinct().limit(MEETINGS).boxed().toList();
    return threads.submit(
        () -> {
          for (var number = 0; number < MEETINGS; number++) {
            Rest.of(length.dividedBy(MEETINGS + 1));
            call(number, TokyoTime.dateOf(Clock.systemUTC().instant()).plusDays(days.get(number)));
          }
        });
  }

  private void call(int number, LocalDate day) {
    var about = items.subList(number * ITEMS, (number + 1) * ITEMS);
    var form =
        """
        {"body": "shien-kaigi", "session": "PER_CASE", "minutes": 120,
         "startsAt": "%sT10:00:00+09:00", "items": [%s]}
        """
            .formatted(day, about.stream().map(Calls::item).collect(Collectors.joining(", ")));
    var until = System.nanoTime() + PATIENCE.plus(PATIENCE).toNanos();
    for (var door = number; System.nanoTime() < until; door++) {
      if (isTaken(door, form, run + "-meeting-" + number)) {
        about.forEach(each -> called.add(each.requestId()));
        return;
      }
      Rest.of(BETWEEN_REPETITIONS);
    }
  }

  private static String item(RequestedItem item) {
    return "{\"caseId\": \"%s\", \"requestId\": \"%s\"}".formatted(item.caseId(), item.requestId());
  }

  /** Not where there was no answer, or one that says nothing of what came of it. */
  private boolean isTaken(int door, String form, String key) {
    var scheduler =
        two && door % 2 == 1
            ? network.addressOfSecond(Part.SCHEDULER)
            : network.address(Part.SCHEDULER);
    var desk = new ServiceClient(http, scheduler, SampleCity.tokenOf(SampleCity.DESK));
    try {
      var reply = desk.post("/api/meetings", form, Map.of("Idempotency-Key", key));
      if (reply.status() >= 400 && reply.status() < 500) {
        throw new IllegalStateException("a meeting was refused: " + reply);
      }
      return reply.isSuccess();
    } catch (UncheckedIOException _) {
      return false;
    }
  }

  /** What came of it, as soon as everything that was called for is published, or in the end. */
  Found.Meetings found() {
    var last = new Found.Meetings[1];
    try {
      BoundedWait.until(
          "the agendas of everything that was called for",
          PATIENCE,
          () -> {
            last[0] = met();
            return stands(last[0]);
          });
    } catch (TimeoutException _) {
      return last[0];
    }
    return last[0];
  }

  private static boolean stands(Found.Meetings met) {
    var all =
        met.agendas().stream()
            .flatMap(agenda -> agenda.items().stream())
            .map(Found.Line::item)
            .collect(Collectors.toSet());
    return all.containsAll(met.called());
  }

  private Found.Meetings met() {
    try {
      Optional<AgendaRecount.Result> result =
          new AgendaRecount(network.scheduler(), SampleCity.NETWORK).run();
      return new Found.Meetings(
          result.stream().flatMap(each -> each.agendas().stream()).map(Calls::agenda).toList(),
          called);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while agendas were made anew", exception);
    }
  }

  private static Found.Agenda agenda(Replanned agenda) {
    return new Found.Agenda(
        agenda.meetingId().toString(),
        agenda.revision(),
        lines(agenda.issued()),
        lines(agenda.anew()),
        agenda.told().stream().map(AgencyId::value).toList(),
        agenda.toldAnew().stream().map(AgencyId::value).toList());
  }

  private static List<Found.Line> lines(List<AgendaEntry> entries) {
    return entries.stream()
        .map(
            entry ->
                new Found.Line(
                    entry.item().requestId().toString(),
                    "%s, %d minutes, %s, %s"
                        .formatted(
                            entry.startsAt(),
                            entry.minutes(),
                            entry.purpose(),
                            entry.invited().stream().map(AgencyId::value).sorted().toList())))
        .toList();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
