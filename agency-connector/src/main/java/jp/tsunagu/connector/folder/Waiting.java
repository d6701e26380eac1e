package jp.tsunagu.connector.folder;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** Since when files wait for their checksum; by elapsed time, which no clock can turn back. */
final class Waiting {

  private final Map<Path, Long> since = new HashMap<>();
  private final LongSupplier nanos;
  private final Duration patience;

  Waiting(Duration patience, LongSupplier nanos) {
    this.patience = patience;
    this.nanos = nanos;
  }

  /** Whether this file has waited too long. */
  boolean isOver(Path file) {
    long now = nanos.getAsLong();
    long first = since.computeIfAbsent(file, _ -> now);
    return now - first >= patience.toNanos();
  }

  /** Forgets every file but these. */
  void keep(Set<Path> present) {
    since.keySet().retainAll(present);
  }

  void forget(Path file) {
    since.remove(file);
  }
}
