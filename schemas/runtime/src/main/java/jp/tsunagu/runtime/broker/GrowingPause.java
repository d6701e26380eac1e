package jp.tsunagu.runtime.broker;

import java.time.Duration;

/** How long to rest between tries: each time twice as long, up to a limit. For one thread. */
public final class GrowingPause {

  private final Duration first;
  private final Duration longest;
  private Duration next;

  /** Pauses that begin with the first and never exceed the longest. */
  public GrowingPause(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
    this.next = first;
  }

  /** The next pause; the one after it is twice as long. */
  public Duration next() {
    Duration now = next;
    Duration longer = now.multipliedBy(2);
    next = longer.compareTo(longest) > 0 ? longest : longer;
    return now;
  }

  /** It went well, or something is new: the next pause is the first again. */
  public void reset() {
    next = first;
  }
}
