package jp.tsunagu.contract.directory;

import jp.tsunagu.contract.code.Code;

/** How an agency takes part. */
public enum Participation implements Code {
  /** It runs a connector or has one hosted. */
  CONNECTOR("コネクタ"),
  /** An organiser records for it (代行入力). */
  PAPER("紙・電話");

  private final String label;

  Participation(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
