package jp.tsunagu.stats.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import jp.tsunagu.contract.testing.BenchmarkOptions;
import jp.tsunagu.runtime.aside.AsideBook;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.stats.stream.LedgerEnd;
import jp.tsunagu.stats.stream.LocalFigures;
import jp.tsunagu.stats.stream.StatsParts;
import jp.tsunagu.stats.stream.StatsTopology;
import jp.tsunagu.stats.stream.StreamSettings;
import jp.tsunagu.stats.stream.Watch;
import jp.tsunagu.stats.testing.Town;
import jp.tsunagu.stats.whole.CityBroker;
import org.apache.kafka.streams.KafkaStreams;

/**
 * For a person: what the statistics cost, each beside the bare broker in the same run. {@code
 * --events=1000000} sets the size of the ledger, {@code --throughput=0} leaves throughput and
 * freshness out, {@code --soak=10000000} goes on to that size and prints what a process of its own
 * holds on the way.
 */
public final class StatsBenchmark {

  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final LedgerEnd NO_END = new LedgerEnd(Map.of());

  /** Before all events: with it the figures of every hour and day are kept, as of new events. */
  private static final InstantSource OF_OLD = () -> Instant.EPOCH;

  private static final long A_MOMENT_IN_NANOS = 2_000_000;

  private final CityBroker city = new CityBroker();
  private final String topic = city.ledgerTopic();
  private final SyntheticLedger ledger = new SyntheticLedger(city.servers(), topic);

  private StatsBenchmark() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    BenchmarkOptions options = BenchmarkOptions.of(arguments);
    new StatsBenchmark()
        .run(
            options.get("events", 1_000_000),
            options.get("throughput", 1) > 0,
            options.get("soak", 0));
    System.exit(0);
  }

  private void run(long events, boolean throughput, long soak) throws Exception {
    long begun = System.nanoTime();
    ledger.fill(events);
    System.out.printf(
        "%,d events of %,d cases, %,d bytes, written in %.1f s%n",
        ledger.events(), ledger.cases(), ledger.bytes(), secondsSince(begun));
    if (throughput) {
      throughput();
      new Freshness(city, ledger).print();
    }
    Grown grown = new Grown(city, ledger);
    grown.restart();
    if (soak > 0) {
      grown.soak(soak);
    }
  }

  private void throughput() throws IOException {
    LedgerEnd end = LedgerEnd.of(BrokerAccess.plain("benchmark", city.servers()), topic);
    for (int round = 1; round <= 2; round++) {
      double bare = BareConsumer.scan(city.servers(), topic, ledger.events());
      System.out.printf("round %d: bare consumer %,.0f events/s%n", round, bare);
      tell("rebuild", bare, read(end, Clock.systemUTC(), end));
      tell("every event followed", bare, read(NO_END, OF_OLD, end));
    }
  }

  private void tell(String what, double bare, double reached) {
    System.out.printf(
        "  %s: %,.0f events/s, %.3f of the bare consumer (%.1f times its time)%n",
        what, reached, reached / bare, bare / reached);
  }

  /**
   * The whole ledger from an empty directory on one thread, with all figures right at its end.
   *
   * @param countFrom where figures begin to follow every event
   * @param clock decides what is forgotten
   * @return events per second, the start of the stream included
   */
  private double read(LedgerEnd countFrom, InstantSource clock, LedgerEnd end) throws IOException {
    LocalFigures figures = new LocalFigures();
    StatsParts parts =
        new StatsParts(
            city.topics,
            city.codec,
            Town.RULES,
            clock,
            countFrom,
            figures,
            new AsideBook(),
            Watch.NONE);
    long begun = System.nanoTime();
    try (KafkaStreams streams = new KafkaStreams(StatsTopology.build(parts), settings())) {
      streams.start();
      while (!reached(figures, end) && secondsSince(begun) < PATIENCE.toSeconds()) {
        LockSupport.parkNanos(A_MOMENT_IN_NANOS);
      }
      return ledger.events() / secondsSince(begun);
    }
  }

  private Properties settings() throws IOException {
    Properties settings =
        new StreamSettings(
                BrokerAccess.plain("benchmark", city.servers()),
                city.network,
                Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench"),
                "bench",
                "127.0.0.1:1",
                new StreamSettings.Sizes(1, 0, 1),
                1_000)
            .properties();
    settings.put("application.id", "bench-" + System.nanoTime());
    return settings;
  }

  private static boolean reached(LocalFigures figures, LedgerEnd end) {
    Map<Integer, Long> offsets = new HashMap<>();
    figures
        .here()
        .forEach((partition, one) -> offsets.put(partition, one.read(_ -> false, (_, _) -> {})));
    return end.partitions().stream()
        .allMatch(partition -> offsets.getOrDefault(partition, -1L) >= end.of(partition));
  }

  static double secondsSince(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
