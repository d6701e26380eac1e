package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.growth.GrowingCode;

/** Whether an agency could come on a day (日程調整). */
public enum DateAnswer implements GrowingCode {
  YES("○", "○ 出られる"),
  MAYBE("△", "△ 調整すれば出られる"),
  NO("×", "× 出られない"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL, GrowingCode.NEW_LABEL);

  private final String label;
  private final String meaning;

  DateAnswer(String label, String meaning) {
    this.label = label;
    this.meaning = meaning;
  }

  @Override
  public String label() {
    return label;
  }

  /** The sign with what it means, where it is chosen. */
  public String meaning() {
    return meaning;
  }
}
