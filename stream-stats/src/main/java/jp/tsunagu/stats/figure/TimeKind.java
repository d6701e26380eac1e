package jp.tsunagu.stats.figure;

/** Which hours of a duration count. */
public enum TimeKind {
  CALENDAR("暦"),
  /** Office hours on open days alone. */
  WORKING("開庁時間");

  private final String label;

  TimeKind(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }
}
