package jp.tsunagu.scheduler.agenda;

import jp.tsunagu.contract.id.MeetingId;
import org.jspecify.annotations.Nullable;

/**
 * The desk placed an item by hand (手動配置).
 *
 * @param meetingId the meeting it is to be in
 * @param position in its lane, from 1; beyond the last one means last; none leaves it to the
 *     planner
 * @param reason a code of the city's list ({@code lateReasons})
 */
public record HandPlacement(MeetingId meetingId, @Nullable Integer position, String reason) {

  /**
   * Checks the position.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public HandPlacement {
    if (position != null && position < 1) {
      throw new IllegalArgumentException("a position is counted from 1: " + position);
    }
  }
}
