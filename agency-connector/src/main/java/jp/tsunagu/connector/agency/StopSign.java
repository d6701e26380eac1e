package jp.tsunagu.connector.agency;

import java.time.Duration;

/**
 * Tells a working thread to end after what it is doing. Threads here are never interrupted: an
 * interrupt would break connections to broker and database.
 */
public final class StopSign {

  private final Signal raised = new Signal();

  /** Asks to end. */
  public void raise() {
    raised.raise();
  }

  /** Whether somebody asked. */
  public boolean isRaised() {
    return raised.count() > 0;
  }

  /** Rests for this long, or until somebody asks to end. */
  public void rest(Duration atMost) {
    try {
      raised.awaitBeyond(0, atMost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      raised.raise();
    }
  }
}
