package jp.tsunagu.scheduler.agenda;

import java.time.Instant;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;

/**
 * An agency sits in another meeting.
 *
 * @param from included
 * @param until excluded, after {@code from}
 */
public record BusyTime(AgencyId agency, Instant from, Instant until, MeetingId meeting) {

  /**
   * Checks the times.
   *
   * @throws IllegalArgumentException if it ends before it begins
   */
  public BusyTime {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("a busy time ends after it begins");
    }
  }

  boolean overlaps(Instant begin, Instant end) {
    return from.isBefore(end) && begin.isBefore(until);
  }
}
