package jp.tsunagu.stats.figure;

import jp.tsunagu.contract.code.Code;

/** Where a case stands at an agency. Instances tell each other its place: add at the end only. */
public enum Stage implements Code {
  SUBMITTED("振り分け待ち"),
  SENT("送付"),
  ARRIVED("到達"),
  OPENED("開封"),
  ACCEPTED("受理"),
  IN_CONTACT("支援中"),
  /** Received by the agency itself. */
  CONSULTING("相談対応中"),
  COORDINATION_REQUESTED("調整依頼中"),
  COORDINATING("多機関協働中"),
  SUPPORT_DECIDED("支援決定済み"),
  /** Only the evaluation is left. */
  HANDED_BACK("つなぎ戻し済み(評価待ち)");

  private final String label;

  Stage(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
