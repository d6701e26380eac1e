package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.code.Code;

/** How two agencies share a household from now on; working together is the default. */
public enum ReferralMode implements Code {
  /** Both support it, and both count it. */
  TOGETHER("協働"),
  /** The sender's own support ends when the receiver accepts. */
  HANDOVER("引継ぎ"),
  /** The receiver answers; the household stays with the sender. */
  ADVICE("助言");

  private final String label;

  ReferralMode(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
