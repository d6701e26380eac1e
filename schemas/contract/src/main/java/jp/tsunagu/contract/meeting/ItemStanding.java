package jp.tsunagu.contract.meeting;

import jp.tsunagu.contract.code.Code;

/** What became of an item after its notice (開催通知), as those who were invited see it. */
public enum ItemStanding implements Code {
  ANNOUNCED("開催予定"),
  CANCELLED("取消"),
  CARRIED("繰越"),
  HELD("開催済み"),
  DECIDED("決定済み");

  private final String label;

  ItemStanding(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
