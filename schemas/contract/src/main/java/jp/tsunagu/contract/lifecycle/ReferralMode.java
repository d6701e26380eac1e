package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.code.Code;

/** How two agencies share a household from now on; working together is the default. */
public enum ReferralMode implements Code {
  /** Both support it, and both count it. */
  TOGETHER("協働", "一緒に支援する"),
  /** The sender's own support ends when the receiver accepts. */
  HANDOVER("引継ぎ", "引き継ぐ"),
  /** The receiver answers; the household stays with the sender. */
  ADVICE("助言", "助言を求める");

  private final String label;
  private final String meaning;

  ReferralMode(String label, String meaning) {
    this.label = label;
    this.meaning = meaning;
  }

  /** What the sender asks for by it. */
  public String meaning() {
    return meaning;
  }

  @Override
  public String label() {
    return label;
  }
}
