package jp.tsunagu.runtime.broker;

import java.time.Duration;
import java.util.Optional;

/**
 * When somebody asks for work, who is told by a {@link Signal} that there is some: again and again
 * as long as there is, at once after every sign, and else more and more rarely (after 1 s, 2 s, 4 s
 * and so on up to a minute). So a sign that was lost with its process delays work by at most a
 * minute, and what becomes due by itself is late by no more than it was awaited. Used by one
 * thread.
 */
public final class Asking {

  private static final Duration FIRST = Duration.ofSeconds(1);

  /** So long nobody asks at most where no sign comes. */
  public static final Duration LONGEST = Duration.ofMinutes(1);

  private final GrowingPause pause = new GrowingPause(FIRST, LONGEST);
  private final Signal signal;
  private final Wait wait;

  /** Looks for work and does it. */
  @FunctionalInterface
  public interface Work {

    /** Gives how long to rest before the next time; nothing where there was nothing to do. */
    Optional<Duration> doneIfAny() throws Exception;
  }

  /** Waits for a sign. */
  @FunctionalInterface
  interface Wait {

    boolean beyond(long seen, Duration atMost) throws InterruptedException;
  }

  /** Of whoever is told by this signal. */
  public Asking(Signal signal) {
    this(signal, signal::awaitBeyond);
  }

  Asking(Signal signal, Wait wait) {
    this.signal = signal;
    this.wait = wait;
  }

  /**
   * Asks once. Where there was nothing to do, waits until it is worth while to ask again.
   *
   * @return how long to rest before
   */
  public Duration once(Work work) throws Exception {
    long seen = signal.count();
    Optional<Duration> rest = work.doneIfAny();
    if (rest.isPresent() || wait.beyond(seen, pause.next())) {
      pause.reset();
    }
    return rest.orElse(Duration.ZERO);
  }
}
