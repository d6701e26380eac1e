package jp.tsunagu.gateway.stream;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.tsunagu.contract.testing.OwnJvm;
import jp.tsunagu.gateway.ReferralGateway;

/** The gateway as a process of its own, which can be killed like one. */
final class GatewayProcess {
  private final Process process;

  private GatewayProcess(Process process) {
    this.process = process;
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  static GatewayProcess start(RealBroker broker, Path stateDirectory) throws IOException {
    Path log = Files.createDirectories(Path.of("target")).resolve("killed-gateway.log");
    List<String> command = new ArrayList<>(OwnJvm.command("400m"));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            ReferralGateway.class.getName(),
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--spring.kafka.bootstrap-servers=" + broker.broker.bootstrapServers(),
            "--tsunagu.network-file=" + broker.networkFile,
            "--tsunagu.state-dir=" + stateDirectory));
    return new GatewayProcess(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())))
            .start());
  }

  /** What it has cost so far, whatever else the machine does. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Like kill -9: nothing is flushed, closed or said. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the gateway cannot be killed");
    }
  }
}
