package jp.tsunagu.compose.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database server that a killed run left behind: it goes on without its parent and holds the
 * data directory, so it is stopped before the next one starts.
 */
final class LeftoverPostmaster {
  private static final Logger log = LoggerFactory.getLogger(LeftoverPostmaster.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private LeftoverPostmaster() {}

  /** Stops it if there is one; the caller must own the data directory by a lock of its own. */
  static void stop(Path dataDirectory) {
    var pidFile = dataDirectory.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    try {
      processIn(pidFile).ifPresent(LeftoverPostmaster::stop);
      Files.deleteIfExists(pidFile);
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot read " + pidFile, exception);
    }
  }

  /**
   * Its first line is the process id; a number that another program got meanwhile does not count.
   */
  private static Optional<ProcessHandle> processIn(Path pidFile) throws IOException {
    var lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
    if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,18}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(process -> process.info().command().orElse("").contains("postgres"));
  }

  private static void stop(ProcessHandle process) {
    log.info("stopping the database of an earlier run, process {}", process.pid());
    process.destroy();
    if (!endsWithin(process, PATIENCE)) {
      process.destroyForcibly();
      endsWithin(process, PATIENCE);
    }
  }

  private static boolean endsWithin(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
