package jp.tsunagu.compose.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.compose.Tsunagu;
import jp.tsunagu.compose.run.Ports;
import jp.tsunagu.compose.run.ServiceProcess;

/** The whole network as a person starts it: a process of its own with its own log files. */
record OwnProcess(ServiceProcess process, Ports ports) implements AutoCloseable {

  /** Starts it on this data folder, on ports that are free, with more options. */
  static OwnProcess start(Path data, Path output, String... options) throws IOException {
    var ports = Ports.anyFree();
    var arguments =
        new ArrayList<>(
            List.of(
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
                "--login-port",
                Integer.toString(ports.login()),
                "--broker-port",
                Integer.toString(ports.broker())));
    arguments.addAll(List.of(options));
    var process =
        ServiceProcess.start(Tsunagu.class, Path.of("").toAbsolutePath(), output, arguments);
    return new OwnProcess(process, ports);
  }

  /** What it printed so far. */
  String printed() throws IOException {
    return process.printed();
  }

  /** Whether it ended within this time. */
  boolean endsWithin(Duration patience) throws InterruptedException {
    return process.endsWithin(patience);
  }

  /** What it ended with. */
  int exitValue() {
    return process.exitValue();
  }

  /** Asks it to stop (SIGTERM). */
  void terminate() {
    process.terminate();
  }

  @Override
  public void close() {
    process.close();
  }
}
