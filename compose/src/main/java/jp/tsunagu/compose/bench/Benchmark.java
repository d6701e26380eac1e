package jp.tsunagu.compose.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import jp.tsunagu.compose.console.Console;
import jp.tsunagu.compose.run.DataFolder;
import jp.tsunagu.compose.run.Ports;
import jp.tsunagu.compose.run.ProcessLogs;
import jp.tsunagu.compose.run.SingleMachine;

/**
 * Measures the network on one machine: {@code compose/start --benchmark}; see compose/README.md.
 */
public final class Benchmark {
  private static final int WRONG_USE = 2;
  private static final int CANNOT_START = 3;

  /** Of PostgreSQL, for this run alone: it counts statements. */
  private static final Map<String, String> COUNTING =
      Map.of("shared_preload_libraries", "pg_stat_statements", "pg_stat_statements.track", "top");

  private final Console console;

  private Benchmark(Console console) {
    this.console = console;
  }

  /** Ends with the report in the data folder and on the console. */
  public static void main(String[] arguments) throws TimeoutException, IOException, SQLException {
    var console = Console.ofProcess();
    Runtime.getRuntime().exit(new Benchmark(console).run(arguments));
  }

  private int run(String... arguments) throws TimeoutException, IOException, SQLException {
    try {
      return run(Settings.of(arguments));
    } catch (IllegalArgumentException wrong) {
      console.line(String.valueOf(wrong.getMessage()));
      return WRONG_USE;
    }
  }

  private int run(Settings settings) throws TimeoutException, IOException, SQLException {
    return switch (DataFolder.claim(settings.data())) {
      case DataFolder.Claim.Refused(var obstacle) -> {
        console.line(obstacle.message());
        yield CANNOT_START;
      }
      case DataFolder.Claim.Claimed(var folder) -> {
        ProcessLogs.to(folder.logs());
        folder.empty();
        var conditions = Conditions.now(Clock.systemUTC().instant(), settings);
        var whole =
            new SingleMachine.Settings(folder, Ports.anyFree(), false, Map.of())
                .withDatabase(COUNTING);
        try (folder;
            var machine = SingleMachine.start(whole, part -> console.line("  ✓ " + part));
            var course = Course.of(machine, settings, console)) {
          report(folder.root(), course.run(conditions));
        }
        yield 0;
      }
    };
  }

  private void report(Path folder, Findings findings) throws IOException {
    var report = new Report(findings);
    report.write(folder);
    report.summary().forEach(console::line);
    console.line("くわしくは " + folder.resolve(Report.MARKDOWN) + " と " + Report.JSON);
  }
}
