package jp.tsunagu.contract.lifecycle;

/** What a meeting decided about an item. */
public enum ItemOutcome {
  SUPPORT_POLICY_SET("支援方針の決定"),
  PLAN_CONFIRMED("プラン確認・支援決定"),
  CONTINUED("継続"),
  NEW_PLAN("再プラン"),
  COORDINATION_ENDS("多機関協働の終結"),
  SHARED("情報共有のみ");

  private final String label;

  ItemOutcome(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }
}
