package jp.tsunagu.stats.report;

/**
 * Two stretches of days beside one another (期間 A, 期間 B).
 *
 * @param now what is looked at
 * @param before with what it is compared
 */
public record Compared(Stretch now, Stretch before) {

  /** A stretch beside the same days of the year before. */
  public static Compared withYearBefore(Stretch stretch) {
    return new Compared(stretch, stretch.aYearBefore());
  }

  /** Whether it is compared with the same days of the year before. */
  public boolean isYearBefore() {
    return before.equals(now.aYearBefore());
  }

  /** What the second one is called (前年同期 or 比べる期間). */
  public String beforeLabel() {
    return isYearBefore() ? "前年同期" : "比べる期間";
  }
}
