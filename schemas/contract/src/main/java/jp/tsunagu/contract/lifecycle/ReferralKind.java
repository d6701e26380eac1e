package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.code.Code;

/** What brought a referral about. */
public enum ReferralKind implements Code {
  /** An agency connects a household to another (つなぐ). */
  REFERRAL("つなぎ"),
  /** What the desk sorts (振り分け): a sheet without addressee, or a leg whose receiver has left. */
  SHEET("つなぐシート"),
  /** The desk returns a case with settled roles; neither a decline nor a 差戻し. */
  HAND_BACK("つなぎ戻し");

  private final String label;

  ReferralKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
