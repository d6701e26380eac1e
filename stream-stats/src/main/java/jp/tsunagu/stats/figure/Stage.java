package jp.tsunagu.stats.figure;

import jp.tsunagu.contract.code.Code;
import jp.tsunagu.contract.lifecycle.CoordinationCode;
import jp.tsunagu.contract.lifecycle.StageCode;

/** Where a case stands at an agency. Instances tell each other its place: add at the end only. */
public enum Stage implements Code {
  SUBMITTED(StageCode.SUBMITTED.label()),
  SENT(StageCode.SENT.label()),
  ARRIVED(StageCode.ARRIVED.label()),
  OPENED(StageCode.OPENED.label()),
  ACCEPTED(StageCode.ACCEPTED.label()),
  IN_CONTACT(StageCode.IN_CONTACT.label()),
  /** Received by the agency itself. */
  CONSULTING("相談対応中"),
  COORDINATION_REQUESTED(CoordinationCode.REQUESTED.label()),
  COORDINATING(CoordinationCode.OPEN.label()),
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
