package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.code.Code;

/** A step of 多機関協働 that a city can make wait for something (狛江市 図19, 図21). */
public enum FlowStep implements Code {
  SUPPORT_DECISION("支援決定"),
  HAND_BACK("つなぎ戻し"),
  CLOSING("終結"),
  RESULT_REPORT("結果報告");

  private final String label;

  FlowStep(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
