package jp.tsunagu.compose.fault;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import jp.tsunagu.compose.checker.Defect;
import jp.tsunagu.compose.console.Console;
import jp.tsunagu.compose.run.DataFolder;
import jp.tsunagu.compose.run.ProcessLogs;
import org.jspecify.annotations.Nullable;

/** Tries faults on a network of its own: {@code compose/start --faults}; see compose/README.md. */
public final class FaultRun {
  private static final int NOT_RIGHT = 1;
  private static final int WRONG_USE = 2;
  private static final int CANNOT_START = 3;

  /** One row in so many is run once more, with a defect. */
  private static final int PLANTED_EACH = 10;

  private final Console console;
  private final FaultSettings settings;
  private final List<Row> rows = new ArrayList<>();

  FaultRun(Console console, FaultSettings settings) {
    this.console = console;
    this.settings = settings;
  }

  /** Ends with the table in the data folder and on the console; 0 where everything is right. */
  public static void main(String[] arguments) throws IOException, TimeoutException {
    Runtime.getRuntime().exit(run(Console.ofProcess(), arguments));
  }

  private static int run(Console console, String... arguments)
      throws IOException, TimeoutException {
    FaultSettings settings;
    try {
      settings = FaultSettings.of(arguments);
    } catch (IllegalArgumentException wrong) {
      console.line(String.valueOf(wrong.getMessage()));
      return WRONG_USE;
    }
    return switch (DataFolder.claim(settings.data())) {
      case DataFolder.Claim.Refused(var obstacle) -> {
        console.line(obstacle.message());
        yield CANNOT_START;
      }
      case DataFolder.Claim.Claimed(var folder) -> {
        ProcessLogs.to(folder.logs());
        folder.empty();
        try (folder) {
          yield new FaultRun(console, settings).on(folder).isRight() ? 0 : NOT_RIGHT;
        }
      }
    };
  }

  /** Runs everything on this folder and leaves the table there. */
  Report on(DataFolder folder) throws IOException, TimeoutException {
    try (var networks =
            new Networks(folder, settings.older(), part -> console.line("  ✓ " + part));
        var http = HttpClient.newHttpClient()) {
      networks.standing();
      var begun = System.nanoTime();
      var number = 0;
      for (var round = 0; round < settings.rounds(); round++) {
        for (var fault : settings.faults()) {
          if (isOver(begun)) {
            return written(folder);
          }
          var seed = settings.seed() * 10_000 + number;
          row(networks, http, fault, seed, null);
          written(folder);
          if (number % PLANTED_EACH == 0) {
            var defects = Defect.values();
            var next = Math.floorMod(settings.seed() + number / PLANTED_EACH, defects.length);
            row(networks, http, fault, seed, defects[next]);
          }
          written(folder);
          number++;
        }
      }
      return written(folder);
    }
  }

  private boolean isOver(long begun) {
    var most = settings.most();
    return most != null && System.nanoTime() - begun > most.toNanos();
  }

  /** What follows one that is not right runs on another network. */
  private void row(
      Networks networks, HttpClient http, Fault fault, long seed, @Nullable Defect planted)
      throws TimeoutException {
    var row =
        new Trial(networks.standing(), http, fault, seed, settings.load(), settings.older())
            .run(planted);
    rows.add(row);
    console.line(
        "%s%s(種 %d、%s 秒): %s、最長の途切れ %s 秒、最長の待ち %s 秒",
        fault.label(),
        planted == null ? "" : "+仕込み「" + planted.label() + "」",
        seed,
        Report.seconds(row.times().took()),
        Report.verdict(row),
        Report.seconds(row.times().longestGap()),
        Report.seconds(row.times().longestWait()));
    if (!row.isRight()) {
      Report.details(row).forEach(console::line);
      console.line("  → " + networks.leave());
    }
  }

  private Report written(DataFolder folder) throws IOException {
    var report = new Report(rows);
    report.write(folder.root());
    return report;
  }
}
