package jp.tsunagu.compose.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import jp.tsunagu.compose.console.Console;
import jp.tsunagu.compose.run.SingleMachine;
import jp.tsunagu.compose.waiting.Rest;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.runtime.broker.BrokerAccess;
import org.apache.kafka.clients.admin.Admin;

/** What is measured after what: cold, warm-up, rounds, latencies, and at last nothing happening. */
final class Course implements AutoCloseable {
  private static final String QUEUE = "benchmark";
  private static final int BARE_TO_ONE = 100;
  private static final int QUEUE_TO_ONE = 5;

  private final Settings settings;
  private final Console console;
  private final GeneratorProcess generator;
  private final Connection administration;
  private final Admin admin;
  private final TopicEnds ends;
  private final Meters meters;
  private final Comparisons comparisons;

  private Course(
      Settings settings,
      Console console,
      GeneratorProcess generator,
      Connection administration,
      Admin admin,
      Meters meters,
      Comparisons comparisons) {
    this.settings = settings;
    this.console = console;
    this.generator = generator;
    this.administration = administration;
    this.admin = admin;
    this.ends = new TopicEnds(admin);
    this.meters = meters;
    this.comparisons = comparisons;
  }

  /** Begins the generator; nothing is measured yet. */
  static Course of(SingleMachine machine, Settings settings, Console console)
      throws IOException, SQLException {
    var database = machine.database();
    var password = UUID.randomUUID().toString();
    database.admit(QUEUE, password);
    var everything = machine.broker().ofItself();
    var broker =
        BrokerAccess.plain("benchmark", machine.broker().bootstrapServers()).with(everything);
    var admin = broker.admin("meter");
    var administration = database.administration();
    var meters =
        new Meters(
            List.of(
                new TopicMeter(broker, new TopicEnds(admin)),
                new DatabaseMeter(
                    administration, machine.folder().database(), settings.idle().settling()),
                new MachineMeter(),
                new ProcessMeter()));
    var setup =
        new Setup(
            machine.connector().toString(),
            everything,
            TokyoTime.dateOf(machine.clock().instant()),
            settings.seed(),
            new Setup.Database(database.jdbcUrl(QUEUE), QUEUE, password));
    var generator = GeneratorProcess.start(machine.folder().logs().resolve("generator"), setup);
    var comparisons =
        new Comparisons(machine, broker, new TopicEnds(admin), generator, settings, console);
    return new Course(settings, console, generator, administration, admin, meters, comparisons);
  }

  Findings run(Conditions conditions) throws TimeoutException, IOException {
    var count = settings.rounds().referrals();
    var cold = metered(count, () -> refer(count, 0)).spent;
    console.line("慣らしています…");
    var warmUp = settings.warmUp().run(this::warm);
    console.line("  %s", warmUp.words());
    bare(count);
    queue(count);
    var rounds = new ArrayList<Round>();
    for (var number = 1; number <= settings.rounds().count(); number++) {
      rounds.add(round(count));
      console.line("  %d回目: %s", number, rounds.getLast().whole());
    }
    var carried =
        new Series(rounds.stream().map(round -> round.whole().perSecond()).toList()).median();
    var paces = new ArrayList<Pace>();
    for (var rate : settings.pace().each()) {
      paces.add(pace(rate, carried));
    }
    var idle = idle();
    var also = comparisons.run(this::prepare, this::processorTime);
    return new Findings(conditions, cold, warmUp, rounds, paces, idle, also);
  }

  /** Of a referral, without what the compiler takes: milliseconds. */
  private double processorTime(int count) throws TimeoutException {
    var spent = metered(count, () -> refer(count, 0)).spent;
    return Round.processorTime(spent) - spent.getOrDefault(ProcessMeter.COMPILER, 0.0);
  }

  private Outcome refer(int count, int perSecond) {
    return generator.ask(new Order(Order.Job.REFER, count, perSecond));
  }

  private void prepare(int count) {
    generator.ask(Order.asFastAsPossible(Order.Job.PREPARE, count));
    try {
      ends.awaitQuiet();
    } catch (TimeoutException exception) {
      throw new IllegalStateException(exception);
    }
  }

  private void warm(int count) {
    generator.ask(Order.asFastAsPossible(Order.Job.PREPARE, count));
    refer(count, 0);
  }

  private record Metered(Outcome outcome, Map<String, Double> spent) {}

  /** With its receipts: until nothing is written any more. */
  private Metered metered(int count, Supplier<Outcome> work) throws TimeoutException {
    prepare(count);
    meters.begin();
    var outcome = work.get();
    ends.awaitQuiet();
    return new Metered(outcome, meters.spent(count));
  }

  private Round round(int count) throws TimeoutException {
    var whole = metered(count, () -> refer(count, 0));
    return new Round(whole.outcome, whole.spent, bare(count), queue(count));
  }

  private Outcome bare(int count) {
    return generator.ask(Order.asFastAsPossible(Order.Job.BARE, count * BARE_TO_ONE));
  }

  private Outcome queue(int count) {
    return generator.ask(Order.asFastAsPossible(Order.Job.QUEUE, count * QUEUE_TO_ONE));
  }

  private Pace pace(int rate, double carried) {
    if (rate > carried) {
      console.line("  %d件/秒はこの機械では運べません(最大 %.0f)", rate, carried);
      return new Pace(rate, null, null);
    }
    var count = rate * settings.pace().seconds();
    prepare(count);
    var whole = refer(count, rate);
    var bare = generator.ask(new Order(Order.Job.BARE, count, rate));
    console.line("  %d件/秒: %s(素のブローカー: %s)", rate, whole, bare);
    return new Pace(rate, whole, bare);
  }

  /** For each second. */
  private Map<String, Double> idle() throws TimeoutException {
    ends.awaitQuiet();
    Rest.of(settings.idle().settling());
    console.line("何もしない時間を見ています…");
    meters.begin();
    Rest.of(settings.idle().length());
    return meters.spent(settings.idle().length().toMillis() / 1e3);
  }

  @Override
  public void close() throws SQLException {
    generator.close();
    admin.close();
    administration.close();
  }
}
