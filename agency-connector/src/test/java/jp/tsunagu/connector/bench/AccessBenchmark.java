package jp.tsunagu.connector.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.tsunagu.connector.access.AccessEntry;
import jp.tsunagu.connector.access.AccessLog;
import jp.tsunagu.connector.access.AccessLog.Shown;
import jp.tsunagu.connector.access.ChainCheck;
import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestPeople;
import jp.tsunagu.connector.testing.TestWindow;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.testing.BenchmarkOptions;
import jp.tsunagu.contract.testing.Measured;
import jp.tsunagu.contract.testing.PageWeights;

/**
 * For a person: what it costs that every reading of content is recorded before it is shown, in a
 * chain to which one after the other adds. {@code --readings=5000} sets how many are measured,
 * {@code --readers=8} how many read at once.
 */
public final class AccessBenchmark {

  private static final double NANOS_OF_A_MILLISECOND = 1e6;

  private final TestApi api;
  private final AgencyDatabase database;
  private final TestWindow.Delivered referral;
  private final int readings;

  private AccessBenchmark(TestApi api, TestWindow window, int readings) {
    this.api = api;
    this.database = api.bean(Databases.class).of(TestApi.SHAKYO);
    this.referral = window.opened(TestWindow.SHEET);
    this.readings = readings;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    BenchmarkOptions options = BenchmarkOptions.of(arguments);
    Path folder = Files.createTempDirectory("connector-access");
    try (TestApi api = new TestApi(folder, Map.of());
        TestWindow window = new TestWindow(api)) {
      AccessBenchmark benchmark = new AccessBenchmark(api, window, options.get("readings", 5_000));
      benchmark.oneReader();
      benchmark.severalReaders(options.get("readers", 8));
      benchmark.aPageWithContent();
      benchmark.lookThrough();
    }
    System.exit(0);
  }

  private void oneReader() throws Exception {
    Duration before = databaseCpu();
    Measured measured = Measured.of(readings, this::record);
    double ofDatabase = databaseCpu().minus(before).toNanos() / NANOS_OF_A_MILLISECOND;
    System.out.printf(
        "one reading recorded: p50 %.2f ms, p99 %.2f ms, CPU %.2f ms here and %.2f ms in the database%n",
        measured.percentile(50),
        measured.percentile(99),
        measured.cpu(),
        ofDatabase / (readings + readings / 5));
  }

  private void severalReaders(int readers) throws Exception {
    long begun = System.nanoTime();
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(readers)) {
      for (int i = 0; i < readers; i++) {
        all.add(
            threads.submit(
                () -> {
                  for (int reading = 0; reading < readings / readers; reading++) {
                    record();
                  }
                }));
      }
    }
    for (Future<?> each : all) {
      each.get();
    }
    System.out.printf(
        "%d readers of one agency at once: %.0f readings/s%n",
        readers, readings / readers * readers / Measured.secondsSince(begun));
  }

  private void aPageWithContent() throws Exception {
    new PageWeights(Math.min(readings, 300))
        .print(
            Map.of(
                "the page of a referral, its reading recorded",
                api.request(TestPeople.staff(TestApi.SHAKYO, "hanako"), referral.page())
                    .header("Accept", "text/html")
                    .build()));
  }

  private void lookThrough() {
    long entries =
        database.jdbc().sql("select count(*) from access_entry").query(Long.class).single();
    long begun = System.nanoTime();
    ChainCheck.Verdict verdict = api.bean(ChainCheck.class).check(TestApi.SHAKYO);
    System.out.printf(
        "%,d entries looked through in %.2f s: %s%n",
        entries, Measured.secondsSince(begun), verdict.getClass().getSimpleName());
  }

  private void record() {
    api.bean(AccessLog.class)
        .record(
            TestApi.SHAKYO,
            new Reader(Reader.Kind.PERSON, "hanako", Reader.Way.PAGE),
            List.of(
                new Shown(
                    referral.caseId(),
                    referral.referral(),
                    DossierId.of("0192d5a0-0000-7000-8000-000000000001"),
                    List.of(
                        new AccessEntry.Part("person-1", "CONSENT"),
                        new AccessEntry.Part("note", "CONSENT")))));
  }

  /** Of everything that works for the database now. */
  private Duration databaseCpu() {
    return database
        .jdbc()
        .sql("select pid from pg_stat_activity where pid is not null")
        .query(Long.class)
        .list()
        .stream()
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
