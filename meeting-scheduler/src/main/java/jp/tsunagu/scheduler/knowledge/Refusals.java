package jp.tsunagu.scheduler.knowledge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import jp.tsunagu.contract.message.Notice.CommandRefused;

/** What the gateway did not carry out for the scheduler, the latest first. Thread-safe. */
public final class Refusals {

  private static final int KEPT = 500;

  private final Deque<CommandRefused> latest = new ArrayDeque<>();
  private long count;

  synchronized void take(CommandRefused refused) {
    count++;
    latest.addFirst(refused);
    if (latest.size() > KEPT) {
      latest.removeLast();
    }
  }

  /** How many since the inbox begins. */
  public synchronized long count() {
    return count;
  }

  /** The latest 500. */
  public synchronized List<CommandRefused> latest() {
    return List.copyOf(latest);
  }
}
