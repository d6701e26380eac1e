package jp.tsunagu.compose.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import jp.tsunagu.compose.Tsunagu;
import jp.tsunagu.compose.run.Ports;

/** The product as a person starts it: a process of its own with its own log files. */
record OwnProcess(Process process, Path output, Ports ports) implements AutoCloseable {

  /** Starts it on this data folder, on ports that are free, with more options. */
  static OwnProcess start(Path data, Path output, String... options) throws IOException {
    var ports = Ports.anyFree();
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                productClassPath(),
                Tsunagu.class.getName(),
                "--data",
                data.toString(),
                "--gateway-port",
                Integer.toString(ports.gateway()),
                "--connector-port",
                Integer.toString(ports.connector()),
                "--scheduler-port",
                Integer.toString(ports.scheduler()),
                "--stats-port",
                Integer.toString(ports.statistics()),
                "--broker-port",
                Integer.toString(ports.broker())));
    command.addAll(List.of(options));
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new OwnProcess(process, output, ports);
  }

  /** Without test classes, whose logging configuration would take the place of the product's. */
  private static String productClassPath() {
    var separator = System.getProperty("path.separator", ":");
    return Arrays.stream(System.getProperty("java.class.path", "").split(separator, -1))
        .filter(entry -> !entry.contains("test-classes") && !entry.endsWith("-tests.jar"))
        .collect(Collectors.joining(separator));
  }

  /** What it printed so far. */
  String printed() throws IOException {
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  /** Whether it ended within this time. */
  boolean endsWithin(Duration patience) throws InterruptedException {
    return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Asks it to stop (SIGTERM). */
  void terminate() {
    process.destroy();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
