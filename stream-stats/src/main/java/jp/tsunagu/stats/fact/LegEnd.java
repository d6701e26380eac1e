package jp.tsunagu.stats.fact;

import jp.tsunagu.contract.code.Code;

/** How one leg of a referral stands or ended. */
public enum LegEnd implements Code {
  RUNNING("継続中"),
  COMPLETED("終了"),
  DECLINED("受入不可"),
  FORWARDED("つなぎ直し"),
  SENT_BACK("差戻し"),
  WITHDRAWN("取下げ"),
  /** The desk found its addressee; the leg to that agency is one of its own. */
  TRIAGED("振り分け");

  private final String label;

  LegEnd(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
