package jp.tsunagu.stats.table;

import jp.tsunagu.contract.code.Code;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;

/** The numbers of 社会福祉法106条の4第2項, by which grants (交付金) are reported. */
public enum Programme implements Code {
  COMPREHENSIVE_SUPPORT("第1号", ConsentPurpose.COMPREHENSIVE_SUPPORT.label()),
  PARTICIPATION("第2号", "参加支援"),
  COMMUNITY("第3号", "地域づくり"),
  OUTREACH("第4号", "アウトリーチ等"),
  COORDINATION("第5号", ConsentPurpose.COORDINATION.label()),
  PLAN("第6号", "支援プランの作成");

  private final String number;
  private final String label;

  Programme(String number, String label) {
    this.number = number;
    this.label = label;
  }

  /** Such as 第1号. */
  public String number() {
    return number;
  }

  @Override
  public String label() {
    return label;
  }
}
