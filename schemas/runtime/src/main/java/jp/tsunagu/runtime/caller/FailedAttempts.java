package jp.tsunagu.runtime.caller;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long the refusal of a wrong token is kept back, per source: nothing for the first three, then
 * twice as long each time, five seconds at most. Ten minutes without a failure are forgiven.
 * Thread-safe; remembers the 10,000 sources that failed last.
 */
public final class FailedAttempts {

  private static final int REMEMBERED = 10_000;
  private static final int FREE = 3;
  private static final int MOST_DOUBLINGS = 5;
  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Duration FORGIVEN = Duration.ofMinutes(10);

  private final Clock clock;
  private final Map<String, Count> sources = new Latest();

  public FailedAttempts(Clock clock) {
    this.clock = clock;
  }

  private record Count(int failures, Instant last) {}

  /** Counts a failure and gives the time its answer waits. */
  public synchronized Duration after(String source) {
    Instant now = clock.instant();
    Count before = sources.get(source);
    int failures =
        before == null || before.last().plus(FORGIVEN).isBefore(now) ? 1 : before.failures() + 1;
    sources.put(source, new Count(failures, now));
    return delay(failures);
  }

  synchronized int remembered() {
    return sources.size();
  }

  private static Duration delay(int failures) {
    if (failures <= FREE) {
      return Duration.ZERO;
    }
    Duration doubled = FIRST.multipliedBy(1L << Math.min(failures - FREE - 1, MOST_DOUBLINGS));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }

  /** Forgets the source that failed longest ago. */
  private static final class Latest extends LinkedHashMap<String, Count> {

    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
      return size() > REMEMBERED;
    }
  }
}
