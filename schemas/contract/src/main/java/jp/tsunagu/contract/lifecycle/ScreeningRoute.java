package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.growth.GrowingCode;

/** What the screening of a request for coordination decided (スクリーニング). */
public enum ScreeningRoute implements GrowingCode {
  ADVICE_ONLY("助言で終える"),
  SETTLE_DIRECTLY("個別に調整"),
  SUPPORT_CONFERENCE("支援会議"),
  PLAN_CONFERENCE("重層的支援会議"),
  EMERGENCY_CONFERENCE("緊急会議"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  ScreeningRoute(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
