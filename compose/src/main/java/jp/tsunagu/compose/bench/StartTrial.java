package jp.tsunagu.compose.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import jp.tsunagu.compose.run.ChildJvm;

/**
 * What a start costs: processor time of the JVM until it is ready, of the network on a data folder
 * that is there already, and of an empty web application, in turn. Both use the cache that this
 * process was started with, if there is one. PostgreSQL's processes are not counted.
 */
record StartTrial(Path folder) {
  private static final int SECONDS_TO_END = 60;
  private static final String READY = "ready after ns: ";

  /** So often each; the first start of the network makes its data and does not count. */
  Comparison run(int times) throws IOException {
    once(NetworkStart.class);
    var network = new ArrayList<Double>();
    var empty = new ArrayList<Double>();
    for (var number = 0; number < times; number++) {
      network.add(once(NetworkStart.class));
      empty.add(once(EmptyWebApplication.class));
    }
    return new Comparison(Comparison.Row.R7, new Series(network), new Series(empty));
  }

  /** Milliseconds of one start. */
  double once(Class<?> main) throws IOException {
    var logs = folder.resolve(main.getSimpleName());
    var process = ChildJvm.of(main, logs, sameCache()).start();
    try (var told = process.inputReader();
        var orders = process.outputWriter()) {
      var ready =
          told.lines()
              .filter(line -> line.startsWith(READY))
              .findFirst()
              .orElseThrow(() -> new IOException("it did not start: see " + ChildJvm.errors(logs)));
      orders.newLine();
      orders.flush();
      return Long.parseLong(ready.substring(READY.length())) / 1e6;
    } finally {
      end(process);
    }
  }

  private static String[] sameCache() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-XX:AOTCache=") || option.startsWith("-Xmx"))
        .toArray(String[]::new);
  }

  private static void end(Process process) {
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** In the process that was started: says what it took until now and waits for a line. */
  static void tellReady() throws IOException {
    try (var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
      out.println(READY + ProcessMeter.allNanos());
    }
    var unused = System.in.read();
  }
}
