package jp.tsunagu.compose.replay;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.client.AgencyClient;
import jp.tsunagu.compose.clock.AdjustableClock;
import jp.tsunagu.compose.console.Console;
import jp.tsunagu.compose.ledger.CombinationTable;
import jp.tsunagu.compose.ledger.LedgerReader;
import jp.tsunagu.compose.ledger.Recount;
import jp.tsunagu.compose.run.DataFolder;
import jp.tsunagu.compose.run.Hook;
import jp.tsunagu.compose.run.SingleMachine;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;

/**
 * Enters the 72 consultations of 立川市's 令和2年度 with invented households, lets simulated agency
 * systems answer them in different ways, and counts the ledger again. For one run of one machine.
 */
public final class Replay implements AutoCloseable {
  private static final long SEED = 2020;
  private static final int RADIX = 36;

  /** A Monday morning of the table's fiscal year. */
  private static final Instant BEGINS =
      LocalDate.of(CombinationTable.YEAR.startYear(), 6, 1)
          .atTime(9, 0)
          .atZone(TokyoTime.ZONE)
          .toInstant();

  private static final List<AgencyId> TOLD_BY_WEBHOOK =
      List.of(SampleCity.HOKATSU, SampleCity.KONKYU_MADOGUCHI);
  private static final List<AgencyId> TOLD_BY_STREAM = List.of(SampleCity.KODOMO_KATEI);

  private final HttpClient http = HttpClient.newHttpClient();
  private final WebhookEars webhooks = new WebhookEars();
  private final List<Ear> ears = new ArrayList<>(List.of(webhooks));
  private final Map<AgencyId, SimulatedSystem> systems = new LinkedHashMap<>();

  /**
   * A network that is born for the replay begins in the year of the table; one that has run before
   * stays in its time.
   */
  public static void settle(DataFolder folder) {
    if (folder.isNew()) {
      AdjustableClock.begin(Clock.systemUTC(), folder.clockOffset(), BEGINS);
    }
  }

  /** The addresses of the agencies' systems, for the connector's configuration. */
  public Map<AgencyId, Hook> hooks() {
    return webhooks.hooks(TOLD_BY_WEBHOOK);
  }

  /**
   * What a replay showed.
   *
   * @param statistics what the statistics counted; none where they do not run
   * @param matches whether the recount equals the city's table row by row
   * @param everythingArrived whether every handover arrived, once
   * @param refusals commands of the simulated systems that the network did not take
   */
  public record Result(
      Recount recount,
      Optional<CountedTable> statistics,
      boolean matches,
      boolean everythingArrived,
      int refusals) {
    /** Whether everything came out as it went in. */
    public boolean isRight() {
      return isCounted() && everythingArrived && refusals == 0;
    }

    /** Whether ledger and statistics have the numbers of the table. */
    boolean isCounted() {
      return matches && statistics.stream().allMatch(CountedTable::matches);
    }
  }

  /**
   * Replays on a running machine and prints what comes out.
   *
   * @throws TimeoutException when a step does not end within its time
   */
  public Result run(SingleMachine machine, Console console) throws TimeoutException {
    var table = CombinationTable.fiscal2020();
    var today = TokyoTime.dateOf(machine.clock().instant());
    var plan = Plan.of(table, SEED, today);
    var casebook = new Casebook(plan, nameOf(machine));
    try (var ledger = LedgerReader.fromNow(machine.reader(), SampleCity.NETWORK)) {
      var statistics = Statistics.of(machine, http);
      connect(machine, casebook, today);
      console.line("%d件の相談を入力します。", plan.entries().size());
      new Entrance(machine.folder(), systems, casebook, new Sheets(casebook, today)).enter(plan);
      new Play(machine, console, ledger, new Course(casebook), plan).toTheEnd();
      ledger.restart();
      var counted = counted(table, statistics);
      return result(table, new Sums(ledger.toEnd()), counted, casebook, console);
    }
  }

  private static String nameOf(SingleMachine machine) {
    return Long.toString(machine.clock().millis(), RADIX);
  }

  private void connect(SingleMachine machine, Casebook casebook, LocalDate today) {
    for (var agency : SampleCity.everyone()) {
      var client = new AgencyClient(http, machine.connector(), agency);
      var system = new SimulatedSystem(client, casebook, new Sheets(casebook, today));
      systems.put(agency, system);
      if (TOLD_BY_WEBHOOK.contains(agency)) {
        webhooks.connect(system);
      } else {
        ears.add(
            TOLD_BY_STREAM.contains(agency) ? new StreamingEar(system) : new PollingEar(system));
      }
    }
  }

  private static Optional<CountedTable> counted(
      CombinationTable table, Optional<Statistics> statistics) throws TimeoutException {
    return statistics.isPresent()
        ? Optional.of(new CountedTable(table, statistics.get().increase(table.total())))
        : Optional.empty();
  }

  private static Result result(
      CombinationTable table,
      Sums sums,
      Optional<CountedTable> counted,
      Casebook casebook,
      Console console) {
    var recount = Recount.of(sums.events(), SampleCity.DESK);
    var arrived = sums.handovers() == sums.arrivals();
    var result = new Result(recount, counted, recount.matches(table), arrived, casebook.refusals());
    new Report(console).print(table, sums, result);
    return result;
  }

  /** The simulated systems stop. */
  @Override
  public void close() {
    ears.forEach(Ear::close);
    systems.values().forEach(SimulatedSystem::close);
    http.shutdownNow();
  }
}
