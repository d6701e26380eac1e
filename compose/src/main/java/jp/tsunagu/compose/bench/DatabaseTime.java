package jp.tsunagu.compose.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Processor time of a running PostgreSQL server: of its first process and of those that serve the
 * connections open now.
 *
 * @param directory where its {@code postmaster.pid} stands
 */
record DatabaseTime(Path directory) {

  long nanos() {
    return ProcessHandle.of(processId()).stream()
        .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .mapToLong(Duration::toNanos)
        .sum();
  }

  /** The first line of the file. */
  private long processId() {
    try (var lines = Files.lines(directory.resolve("postmaster.pid"))) {
      return lines.findFirst().map(String::strip).map(Long::valueOf).orElse(-1L);
    } catch (IOException exception) {
      throw new UncheckedIOException("the database does not run in " + directory, exception);
    }
  }
}
