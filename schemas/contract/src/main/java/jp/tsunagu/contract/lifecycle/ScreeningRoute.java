package jp.tsunagu.contract.lifecycle;

/** What the screening of a request for coordination decided (スクリーニング). */
public enum ScreeningRoute {
  ADVICE_ONLY("助言で終える"),
  SETTLE_DIRECTLY("個別に調整"),
  SUPPORT_CONFERENCE("支援会議"),
  PLAN_CONFERENCE("重層的支援会議"),
  EMERGENCY_CONFERENCE("緊急会議");

  private final String label;

  ScreeningRoute(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }
}
