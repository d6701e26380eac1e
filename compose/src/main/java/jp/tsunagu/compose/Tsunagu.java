package jp.tsunagu.compose;

import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import jp.tsunagu.compose.Options.Course;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.console.Console;
import jp.tsunagu.compose.month.MonthOfMeetings;
import jp.tsunagu.compose.replay.Replay;
import jp.tsunagu.compose.run.DataFolder;
import jp.tsunagu.compose.run.Hook;
import jp.tsunagu.compose.run.Obstacle;
import jp.tsunagu.compose.run.SingleMachine;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.start.StartRefused;

/** Starts the whole network of a sample city in this process, for a person at a console. */
public final class Tsunagu {
  private static final int WRONG_USE = 2;
  private static final int CANNOT_START = 3;
  private static final int NOT_RIGHT = 1;

  private final Console console;

  private Tsunagu(Console console) {
    this.console = console;
  }

  /**
   * Runs until SIGTERM or Ctrl+C, or with {@code --replay} or {@code --month} until that is over.
   */
  public static void main(String[] arguments) {
    var code = new Tsunagu(Console.ofProcess()).run(arguments);
    Runtime.getRuntime().exit(code);
  }

  private int run(String... arguments) {
    return switch (Options.read(arguments)) {
      case Options.Reading.Start(Options options) -> claim(options);
      case Options.Reading.Help() -> {
        console.line(Options.HELP);
        yield 0;
      }
      case Options.Reading.Wrong(String message) -> {
        console.line(message);
        yield WRONG_USE;
      }
    };
  }

  private int claim(Options options) {
    return switch (DataFolder.claim(options.data())) {
      case DataFolder.Claim.Refused(Obstacle obstacle) -> refuse(obstacle);
      case DataFolder.Claim.Claimed(DataFolder folder) -> {
        var obstacle = options.ports().taken();
        yield obstacle.isPresent() ? refuse(obstacle.get()) : start(options, folder);
      }
    };
  }

  private int refuse(Obstacle obstacle) {
    console.line("起動できません: " + obstacle.message());
    return CANNOT_START;
  }

  private int start(Options options, DataFolder folder) {
    Surroundings.prepare(folder.logs(), console);
    if (options.fresh()) {
      folder.empty();
    }
    try {
      var obstacle =
          folder.settle(options.course() == Course.SERVE ? options.city() : SampleCity.USUAL);
      return obstacle.isPresent() ? refuse(obstacle.get()) : run(options, folder);
    } catch (StartRefused refused) {
      return failed(refused, folder.logs());
    }
  }

  private int run(Options options, DataFolder folder) {
    console.line("つなぐを起動しています(データ: " + folder.root() + ")");
    var stopping = new Stopping(folder, console);
    try (var replay = new Replay()) {
      var hooks = options.course() == Course.REPLAY ? replay.hooks() : Map.<AgencyId, Hook>of();
      if (options.course() == Course.REPLAY) {
        Replay.settle(folder);
      }
      var settings = new SingleMachine.Settings(folder, options.ports(), options.files(), hooks);
      var machine =
          SingleMachine.start(settings, part -> console.line("  ✓ " + part), stopping::first);
      machine.clock().advance(options.advance());
      Welcome.print(console, machine, settings, secondsSinceProcessStart());
      return switch (options.course()) {
        case SERVE -> serve();
        case REPLAY -> replay.run(machine, console).isRight() ? 0 : NOT_RIGHT;
        case MONTH -> month(machine);
      };
    } catch (TimeoutException | RuntimeException exception) {
      return stopping.hasBegun() ? 0 : failed(exception, folder.logs());
    }
  }

  private int month(SingleMachine machine) throws TimeoutException {
    try (var http = HttpClient.newHttpClient()) {
      new MonthOfMeetings(machine, console, http).run();
      return 0;
    }
  }

  private int failed(Exception exception, Path logs) {
    console.line("起動できませんでした: " + Causes.forAPerson(exception));
    console.line("詳しい記録: " + logs);
    return CANNOT_START;
  }

  private static int serve() {
    try {
      new CountDownLatch(1).await();
      return 0;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private static double secondsSinceProcessStart() {
    var started = ManagementFactory.getRuntimeMXBean().getStartTime();
    return (Clock.systemUTC().millis() - started) / 1000.0;
  }
}
