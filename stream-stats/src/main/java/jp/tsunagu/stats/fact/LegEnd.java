package jp.tsunagu.stats.fact;

import jp.tsunagu.contract.code.Code;
import jp.tsunagu.contract.lifecycle.StageCode;

/** How one leg of a referral stands or ended. */
public enum LegEnd implements Code {
  RUNNING("継続中"),
  COMPLETED(StageCode.COMPLETED.label()),
  DECLINED(StageCode.DECLINED.label()),
  FORWARDED(StageCode.FORWARDED.label()),
  SENT_BACK(StageCode.SENT_BACK.label()),
  WITHDRAWN(StageCode.WITHDRAWN.label()),
  /** The desk found its addressee; the leg to that agency is one of its own. */
  TRIAGED("振り分け済み");

  private final String label;

  LegEnd(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
