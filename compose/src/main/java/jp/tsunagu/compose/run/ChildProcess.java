package jp.tsunagu.compose.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A part of the network in a process of its own, which can be hurt in every way. */
public final class ChildProcess implements AutoCloseable {
  private static final int SECONDS_TO_END = 60;

  private final Supplier<String> classPath;
  private final Class<?> main;
  private final Path logs;
  private final Supplier<Object> order;
  private @Nullable Process process;

  /**
   * One that does not run yet.
   *
   * @param classPath asked at each start, like the order
   */
  ChildProcess(Supplier<String> classPath, Class<?> main, Path logs, Supplier<Object> order) {
    this.classPath = classPath;
    this.main = main;
    this.logs = logs;
    this.order = order;
  }

  /** Starts it, with the same settings, port and folders as ever; nothing where it runs. */
  public synchronized void start() {
    if (isRunning()) {
      return;
    }
    try {
      var started =
          ChildJvm.of(
                  classPath.get(),
                  main,
                  logs,
                  "-Xmx450m",
                  "-XX:TieredStopAtLevel=1",
                  "-XX:MetaspaceSize=256m")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process = started;
      say(started, JsonMapper.shared().writeValueAsString(order.get()));
    } catch (IOException exception) {
      throw new UncheckedIOException("a process could not be started: see " + logs, exception);
    }
  }

  /** Tells it one more line on its standard input. */
  synchronized void tell(String line) {
    try {
      say(running(), line);
    } catch (IOException exception) {
      throw new UncheckedIOException("it could not be told: see " + logs, exception);
    }
  }

  private static void say(Process running, String line) throws IOException {
    var told = running.outputWriter();
    told.write(line);
    told.newLine();
    told.flush();
  }

  /** Whether it lives, be it paused. */
  public synchronized boolean isRunning() {
    return process != null && process.isAlive();
  }

  /** Like kill -9: nothing is flushed, closed or said. */
  public void kill() {
    end(Process::destroyForcibly);
  }

  /**
   * Asks it to stop (SIGTERM) and waits until it has. Its standard input stays open meanwhile,
   * which {@link Process#destroy()} would close: it would end at once and in no order.
   */
  public void terminate() {
    end(
        running -> {
          running.toHandle().destroy();
          return running;
        });
  }

  /** It stands still and does not know it (SIGSTOP). */
  public void pause() {
    signal("STOP");
  }

  /** It goes on as if nothing had been (SIGCONT). */
  public void resume() {
    signal("CONT");
  }

  private synchronized void end(java.util.function.UnaryOperator<Process> how) {
    var running = process;
    process = null;
    if (running == null) {
      return;
    }
    try {
      if (!how.apply(running).waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        running.destroyForcibly();
        throw new IllegalStateException("a process did not end: see " + logs);
      }
    } catch (InterruptedException exception) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a process ended", exception);
    }
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException("it does not run: see " + logs);
    }
    return process;
  }

  private synchronized void signal(String name) {
    var running = running();
    try {
      var sent = new ProcessBuilder("kill", "-" + name, Long.toString(running.pid())).start();
      if (sent.waitFor() != 0) {
        throw new IllegalStateException("it could not be sent " + name);
      }
    } catch (IOException exception) {
      throw new UncheckedIOException("it could not be sent " + name, exception);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while it was sent " + name, exception);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
