package jp.tsunagu.scheduler.agenda;

/**
 * Breaks (休憩) between items [ours]: before an item that would make the continuous work longer than
 * {@code afterMinutes} there is a break of {@code minutes}. An item itself is never cut.
 *
 * @param afterMinutes at least 1
 * @param minutes 0 for no breaks at all
 */
public record BreakRule(int afterMinutes, int minutes) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one makes no sense
   */
  public BreakRule {
    if (afterMinutes < 1 || minutes < 0) {
      throw new IllegalArgumentException("afterMinutes from 1, minutes from 0");
    }
  }

  /** 10 minutes after at most 90: two items of 60 minutes fit into 135. */
  public static BreakRule standard() {
    return new BreakRule(90, 10);
  }

  /** No breaks. */
  public static BreakRule none() {
    return new BreakRule(Integer.MAX_VALUE, 0);
  }

  /** The break before an item of so many minutes, after so much continuous work. */
  int before(int itemMinutes, int workedMinutes) {
    return workedMinutes > 0 && (long) workedMinutes + itemMinutes > afterMinutes ? minutes : 0;
  }
}
