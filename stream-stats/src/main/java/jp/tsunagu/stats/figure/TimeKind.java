package jp.tsunagu.stats.figure;

import jp.tsunagu.contract.code.Code;

/** Which hours of a duration count. */
public enum TimeKind implements Code {
  CALENDAR("暦"),
  /** Office hours on open days alone. */
  WORKING("開庁時間");

  private final String label;

  TimeKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
