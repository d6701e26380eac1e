package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.code.Code;

/** What a holder did when a person withdrew consent. */
public enum StopAnswer implements Code {
  STOPPED("停止"),
  ERASED("削除"),
  RETAINED_BY_LAW("法定保存のため利用停止");

  private final String label;

  StopAnswer(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
