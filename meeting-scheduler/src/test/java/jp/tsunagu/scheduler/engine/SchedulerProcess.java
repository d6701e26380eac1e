package jp.tsunagu.scheduler.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.tsunagu.contract.testing.OwnJvm;
import jp.tsunagu.scheduler.MeetingScheduler;

/** A scheduler in a process of its own, to be killed; its clock stands still. */
final class SchedulerProcess {
  private static final String UP = "the scheduler has come up";

  private final Process process;
  private final Path log;

  private SchedulerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  static SchedulerProcess start(RealNetwork network, Path state) throws IOException {
    List<String> command = new ArrayList<>(OwnJvm.command("256m"));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            SchedulerProcess.class.getName(),
            network.clock().instant().toString(),
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--spring.kafka.bootstrap-servers=" + network.brokers(),
            "--tsunagu.network-id=" + network.id(),
            "--tsunagu.state-dir=" + state.resolve("process"),
            "--tsunagu.replication-factor=1",
            "--tsunagu.callers[0].role=manager",
            "--tsunagu.callers[0].token-sha256=" + "0".repeat(64)));
    Path log = Files.createTempFile(state, "process", ".log");
    return new SchedulerProcess(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(),
        log);
  }

  boolean isUp() throws IOException {
    return Files.readString(log).contains(UP);
  }

  /** As kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Runs until it is killed; the first argument is what its clock says. */
  public static void main(String[] args) {
    Clock clock = Clock.fixed(Instant.parse(args[0]), ZoneOffset.UTC);
    MeetingScheduler.application()
        .initializers(started -> started.getBeanFactory().registerSingleton("testClock", clock))
        .run(Arrays.copyOfRange(args, 1, args.length));
    System.out.println(UP);
  }
}
