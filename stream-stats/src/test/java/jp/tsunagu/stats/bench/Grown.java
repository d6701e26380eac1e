package jp.tsunagu.stats.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagu.stats.whole.CityBroker;
import jp.tsunagu.stats.whole.StatsProcess;

/** A process of its own on a grown ledger: killed and back, and what it holds after millions. */
final class Grown {

  /** As a city starts it. */
  private static final List<String> VIRTUAL_MACHINE =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-Xmx512m",
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED");

  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final long A_MOMENT_IN_NANOS = 20_000_000;
  private static final Pattern EVENTS = Pattern.compile("\ntsunagu_stats_events_total (\\S+)");
  private static final int RESTARTS = 3;
  private static final List<Long> MILESTONES = List.of(1_000_000L, 5_000_000L, 10_000_000L);

  private final CityBroker city;
  private final SyntheticLedger ledger;
  private final Path state;

  Grown(CityBroker city, SyntheticLedger ledger) throws IOException {
    this.city = city;
    this.ledger = ledger;
    this.state = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "grown");
  }

  void restart() throws Exception {
    StatsProcess stats = started("from an empty directory");
    for (int i = 0; i < RESTARTS; i++) {
      stats.kill();
      stats = started("after kill -9");
    }
    print(stats);
    stats.kill();
  }

  void soak(long events) throws Exception {
    StatsProcess stats = started("before the soak");
    long before = ledger.events();
    for (long milestone : MILESTONES) {
      if (milestone > ledger.events() && milestone <= events) {
        ledger.fill(milestone);
        awaitTakenIn(stats, ledger.events() - before);
        print(stats);
      }
    }
    stats.kill();
    started("after kill -9").kill();
  }

  private StatsProcess started(String how) throws Exception {
    long begun = System.nanoTime();
    StatsProcess stats = StatsProcess.start(city, state, "stats-1", VIRTUAL_MACHINE);
    while (!answers(stats) && StatsBenchmark.secondsSince(begun) < PATIENCE.toSeconds()) {
      LockSupport.parkNanos(A_MOMENT_IN_NANOS);
    }
    System.out.printf(
        "%,d events: answers %.1f s %s%n",
        ledger.events(), StatsBenchmark.secondsSince(begun), how);
    return stats;
  }

  private static boolean answers(StatsProcess stats) throws InterruptedException {
    Optional<HttpResponse<String>> answer = stats.get("/api/caseload");
    return answer.isPresent() && answer.get().statusCode() == 200;
  }

  private static void awaitTakenIn(StatsProcess stats, long events) throws InterruptedException {
    long begun = System.nanoTime();
    while (takenIn(stats) < events && StatsBenchmark.secondsSince(begun) < PATIENCE.toSeconds()) {
      LockSupport.parkNanos(10 * A_MOMENT_IN_NANOS);
    }
  }

  /** Since it was started. */
  private static double takenIn(StatsProcess stats) throws InterruptedException {
    String metrics = stats.get("/actuator/prometheus").map(HttpResponse::body).orElse("");
    Matcher events = EVENTS.matcher(metrics);
    return events.find() ? Double.parseDouble(events.group(1)) : 0;
  }

  private void print(StatsProcess stats) throws IOException {
    String resident =
        Files.readAllLines(Path.of("/proc/" + stats.pid() + "/status")).stream()
            .filter(line -> line.startsWith("VmRSS"))
            .findFirst()
            .orElse("VmRSS unknown here");
    System.out.printf(
        "%,d events of %,d cases: %s, state directory %,d kB%n",
        ledger.events(), ledger.cases(), resident.replaceAll("\\s+", " "), bytes(state) / 1024);
  }

  private static long bytes(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(Grown::size).sum();
    }
  }

  /** Files come and go while they are listed. */
  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      return 0;
    } catch (UncheckedIOException gone) {
      return 0;
    }
  }
}
