package jp.tsunagu.compose.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Processor time of other processes and of threads that are not Java's, where the system tells. */
final class ProcessorClock {
  private static final Path OWN_THREADS = Path.of("/proc/self/task");

  private ProcessorClock() {}

  /** Nanoseconds of a process and of those that it started and that still live. */
  static long family(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(first -> Stream.concat(Stream.of(first), first.descendants()))
        .mapToLong(ProcessorClock::of)
        .sum();
  }

  /**
   * To the nanosecond where the kernel counts them, otherwise in its steps of some milliseconds.
   */
  private static long of(ProcessHandle process) {
    return exact(Path.of("/proc", Long.toString(process.pid()), "schedstat"))
        .orElseGet(() -> process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L));
  }

  /**
   * Nanoseconds of the threads of this process whose name begins so, such as those of the compiler;
   * 0 where the system does not tell.
   */
  static long ownThreads(String... prefixes) {
    try (var threads = Files.list(OWN_THREADS)) {
      return threads
          .filter(thread -> Stream.of(prefixes).anyMatch(name(thread)::startsWith))
          .flatMap(thread -> exact(thread.resolve("schedstat")).stream())
          .mapToLong(Long::longValue)
          .sum();
    } catch (IOException _) {
      return 0;
    }
  }

  private static String name(Path thread) {
    try {
      return Files.readString(thread.resolve("comm")).strip();
    } catch (IOException _) {
      return "";
    }
  }

  private static Optional<Long> exact(Path schedstat) {
    try {
      return Optional.of(Long.valueOf(Files.readString(schedstat).strip().split(" ", 2)[0]));
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
