package jp.tsunagu.contract.dossier;

import jp.tsunagu.contract.code.Code;

/**
 * On what ground a person's details are shared; the connector never guesses it, a person declares
 * it.
 */
public enum BasisKind implements Code {
  CONSENT("本人の同意"),
  /** 社会福祉法106条の6; only between its members and to its organiser. */
  SUPPORT_CONFERENCE("支援会議"),
  /** A statute that allows or orders it without consent. */
  LAW("法令");

  private final String label;

  BasisKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
