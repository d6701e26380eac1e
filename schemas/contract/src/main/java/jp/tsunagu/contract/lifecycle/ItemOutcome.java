package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.growth.GrowingCode;

/** What a meeting decided about an item. */
public enum ItemOutcome implements GrowingCode {
  SUPPORT_POLICY_SET("支援方針の決定"),
  PLAN_CONFIRMED("プラン確認・支援決定"),
  CONTINUED("継続"),
  NEW_PLAN("再プラン"),
  COORDINATION_ENDS("多機関協働の終結"),
  SHARED("情報共有のみ"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  ItemOutcome(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
