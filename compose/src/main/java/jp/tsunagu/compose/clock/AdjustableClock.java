package jp.tsunagu.compose.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that differs from another one by an offset that only ever grows and is kept in a file, so
 * that a demonstration can let days pass and no service ever sees time go back.
 *
 * <p>Milliseconds; safe for many threads. For the single-JVM run alone: several processes cannot be
 * put forward together.
 */
public final class AdjustableClock extends Clock {
  private final Clock base;
  private final Path file;
  private volatile Duration offset;

  private AdjustableClock(Clock base, Path file, Duration offset) {
    this.base = base;
    this.file = file;
    this.offset = offset;
  }

  /**
   * The clock with the offset that an earlier run stored, or none.
   *
   * @param file where the offset is kept, as an ISO 8601 duration
   */
  public static AdjustableClock stored(Clock base, Path file) {
    try {
      var offset =
          Files.exists(file)
              ? Duration.parse(Files.readString(file, StandardCharsets.UTF_8).strip())
              : Duration.ZERO;
      return new AdjustableClock(base, file, offset);
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot read " + file, exception);
    }
  }

  /**
   * Lets a network that has not begun yet begin at another time than the real one.
   *
   * @param file where the offset is kept; a clock that stands in it already stays as it is
   */
  public static void begin(Clock base, Path file, Instant begins) {
    if (!Files.exists(file)) {
      new AdjustableClock(base, file, Duration.ZERO)
          .store(Duration.between(base.instant(), begins));
    }
  }

  /** How far it is ahead of the real time; negative where the network began in the past. */
  public Duration offset() {
    return offset;
  }

  /**
   * Puts the clock forward, for all services at once and for all later runs on the same data.
   *
   * @throws IllegalArgumentException when {@code by} is negative: time never goes back
   */
  public synchronized void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("the clock cannot be put back by " + by);
    }
    var next = offset.plus(by);
    store(next);
    offset = next;
  }

  private void store(Duration next) {
    try {
      var written = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(written, next.toString(), StandardCharsets.UTF_8);
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot write " + file, exception);
    }
  }

  @Override
  public ZoneId getZone() {
    return base.getZone();
  }

  /** A view in another zone, put forward together with this clock. */
  @Override
  public Clock withZone(ZoneId zone) {
    var same = this;
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return same.withZone(other);
      }

      @Override
      public Instant instant() {
        return same.instant();
      }
    };
  }

  @Override
  public Instant instant() {
    return base.instant().plus(offset);
  }
}
