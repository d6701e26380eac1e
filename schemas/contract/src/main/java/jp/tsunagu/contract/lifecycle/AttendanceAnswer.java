package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.growth.GrowingCode;

/** How an invited agency answers (出欠). */
public enum AttendanceAnswer implements GrowingCode {
  ATTENDS("出席"),
  OTHER_DATE("別日希望"),
  PROXY("代理出席"),
  WRITTEN_OPINION("意見書提出"),
  ABSENT("欠席"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  AttendanceAnswer(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
