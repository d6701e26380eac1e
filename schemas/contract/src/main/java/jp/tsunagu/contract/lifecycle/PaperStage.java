package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.code.Code;

/** Where a copy of a paper for a meeting stands. */
public enum PaperStage implements Code {
  HANDED_OUT("配布済み"),
  OPENED("閲覧済み"),
  BACK("回収済み");

  private final String label;

  PaperStage(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
