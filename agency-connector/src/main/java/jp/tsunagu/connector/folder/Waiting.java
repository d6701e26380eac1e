package jp.tsunagu.connector.folder;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Since when files wait for their checksum, and since when they do not change; by elapsed time,
 * which no clock can turn back.
 */
final class Waiting {

  private final Map<Path, Long> since = new HashMap<>();
  private final Map<Path, Unchanged> unchanged = new HashMap<>();
  private final LongSupplier nanos;
  private final Duration patience;
  private final Duration quiet;

  /**
   * None waits yet.
   *
   * @param patience how long a file may wait at all
   * @param quiet how long a file without checksum must not change before it is looked into
   */
  Waiting(Duration patience, Duration quiet, LongSupplier nanos) {
    this.patience = patience;
    this.quiet = quiet;
    this.nanos = nanos;
  }

  /** How a file looked, and when it was first seen so. */
  private record Unchanged(Drop.Bare look, long since) {}

  /** Whether this file has looked so for long enough. */
  boolean isQuiet(Path file, Drop.Bare look) {
    long now = nanos.getAsLong();
    Unchanged known =
        unchanged.compute(
            file,
            (_, before) ->
                before != null && before.look().equals(look) ? before : new Unchanged(look, now));
    return now - known.since() >= quiet.toNanos();
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
    unchanged.keySet().retainAll(present);
  }

  void forget(Path file) {
    since.remove(file);
    unchanged.remove(file);
  }
}
