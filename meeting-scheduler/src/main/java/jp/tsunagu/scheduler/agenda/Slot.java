package jp.tsunagu.scheduler.agenda;

import java.time.Duration;
import java.time.Instant;

/** An item with its time. */
record Slot(Entry entry, Instant start) implements Comparable<Slot> {

  Instant end() {
    return start.plus(Duration.ofMinutes(entry.minutes()));
  }

  @Override
  public int compareTo(Slot other) {
    int times = start.compareTo(other.start);
    return times != 0 ? times : Priority.BY_ID.compare(entry, other.entry);
  }
}
