package jp.tsunagu.runtime.aside;

import jp.tsunagu.contract.code.Code;

/** Why a person passed a record: a code, so that nothing personal can be typed here. */
public enum PassReason implements Code {
  /** It is no record of this network. */
  NOT_OURS("この網の記録ではない"),
  /** The sender sent it again. */
  SENT_AGAIN("送り直された"),
  /** It changes nothing for its case. */
  WITHOUT_EFFECT("影響がないことを確かめた"),
  /** What it said was dealt with in another way. */
  DEALT_WITH("別の方法で対応した");

  private final String label;

  PassReason(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
