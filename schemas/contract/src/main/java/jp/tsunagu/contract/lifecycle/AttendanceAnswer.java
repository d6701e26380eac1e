package jp.tsunagu.contract.lifecycle;

/** How an invited agency answers (出欠). */
public enum AttendanceAnswer {
  ATTENDS("出席"),
  OTHER_DATE("別日希望"),
  PROXY("代理出席"),
  WRITTEN_OPINION("意見書提出"),
  ABSENT("欠席");

  private final String label;

  AttendanceAnswer(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }
}
