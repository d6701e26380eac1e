package jp.tsunagu.connector.record;

import jp.tsunagu.contract.code.Code;

/** On which side of a referral this agency stands. */
public enum Side implements Code {
  SENDER("送った連絡"),
  RECEIVER("受けた連絡"),
  /** Neither: up the chain, or the desk. */
  OBSERVER("関わる連絡");

  private final String label;

  Side(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
