package jp.tsunagu.contract.directory;

import jp.tsunagu.contract.code.Code;

/** What happens when a day of a rule is a closed day (閉庁日); no document says, so a city chooses. */
public enum ClosedDayRule implements Code {
  /** The day stays. */
  KEEP("そのまま"),
  NEXT_OPEN_DAY("翌開庁日"),
  PREVIOUS_OPEN_DAY("前開庁日"),
  /** Waits until the desk says; never moves by itself. */
  ASK_THE_DESK("調整窓口に確認");

  private final String label;

  ClosedDayRule(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
