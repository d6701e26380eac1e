package jp.tsunagu.contract.lifecycle;

/** What a holder did when a person withdrew consent. */
public enum StopAnswer {
  STOPPED("停止"),
  ERASED("削除"),
  RETAINED_BY_LAW("法定保存のため利用停止");

  private final String label;

  StopAnswer(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }
}
