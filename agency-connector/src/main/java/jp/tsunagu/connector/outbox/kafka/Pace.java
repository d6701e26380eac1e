package jp.tsunagu.connector.outbox.kafka;

import java.time.Duration;
import jp.tsunagu.connector.agency.Signal;

/** Limits how many commands of one agency are sent per second. Used by one thread. */
final class Pace {

  /** What travels with a batch lies in memory at once: a record may have almost 1 MB. */
  private static final int LARGEST_BATCH = 25;

  private final int perSecond;
  private final Signal never = new Signal();
  private long freeAt = System.nanoTime();

  Pace(int perSecond) {
    this.perSecond = perSecond;
  }

  int batch() {
    return Math.max(1, Math.min(LARGEST_BATCH, perSecond / 5));
  }

  /** Waits as long as the limit asks after this many; a short burst after a rest is free. */
  void after(int sent) throws InterruptedException {
    long now = System.nanoTime();
    long burst = Duration.ofSeconds(1).toNanos();
    freeAt = Math.max(freeAt, now - burst) + Duration.ofSeconds(1).toNanos() * sent / perSecond;
    if (freeAt > now) {
      never.awaitBeyond(0, Duration.ofNanos(freeAt - now));
    }
  }
}
