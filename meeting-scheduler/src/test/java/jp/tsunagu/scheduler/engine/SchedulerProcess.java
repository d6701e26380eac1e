package jp.tsunagu.scheduler.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.tsunagu.contract.testing.OwnJvm;
import jp.tsunagu.scheduler.MeetingScheduler;

/**
 * A scheduler in a process of its own, to be killed or paused; its clock stands where it was put
 * last.
 */
final class SchedulerProcess {
  private static final String UP = "the scheduler has come up";
  private static final String CLOCK = "clock";

  private final Process process;
  private final Path log;

  private SchedulerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /** The only one. */
  static SchedulerProcess start(RealNetwork network, Path state) throws IOException {
    return start(network, state, "scheduler-1");
  }

  /** One of several, by its name. */
  static SchedulerProcess start(RealNetwork network, Path state, String instance)
      throws IOException {
    putClock(network, state);
    List<String> command = new ArrayList<>(OwnJvm.command("256m"));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            SchedulerProcess.class.getName(),
            state.resolve(CLOCK).toString(),
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--spring.kafka.bootstrap-servers=" + network.brokers(),
            "--tsunagu.network-id=" + network.id(),
            "--tsunagu.instance=" + instance,
            "--tsunagu.state-dir=" + state.resolve(instance),
            "--tsunagu.people.folder=" + state.resolve("people"),
            "--tsunagu.replication-factor=1",
            "--tsunagu.callers[0].role=manager",
            "--tsunagu.callers[0].token-sha256=" + "0".repeat(64)));
    Path log = Files.createTempFile(state, "process", ".log");
    return new SchedulerProcess(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(),
        log);
  }

  /** Every process of this folder has the network's clock from now on. */
  static void putClock(RealNetwork network, Path state) throws IOException {
    Path fresh = state.resolve(CLOCK + ".next");
    Files.writeString(fresh, network.clock().instant().toString());
    Files.move(fresh, state.resolve(CLOCK), StandardCopyOption.ATOMIC_MOVE);
  }

  boolean isUp() throws IOException {
    return Files.readString(log).contains(UP);
  }

  /** As kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** It stands still, and does not know it. */
  void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** It goes on. */
  void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    if (kill.waitFor() != 0) {
      throw new IllegalStateException(name + " was not sent");
    }
  }

  /** Runs until it is killed; the first argument is the file where its clock stands. */
  public static void main(String[] args) {
    Clock clock = new FileClock(Path.of(args[0]));
    MeetingScheduler.application()
        .initializers(started -> started.getBeanFactory().registerSingleton("testClock", clock))
        .run(Arrays.copyOfRange(args, 1, args.length));
    System.out.println(UP);
  }

  private static final class FileClock extends Clock {
    private final Path file;

    FileClock(Path file) {
      this.file = file;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      try {
        return Instant.parse(Files.readString(file));
      } catch (IOException failed) {
        throw new UncheckedIOException("the clock has gone", failed);
      }
    }
  }
}
