package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.code.Code;

/** The two kinds of conference (会議区分); which one an item needs follows from consent. */
public enum ConferenceKind implements Code {
  /** 社会福祉法106条の6: no consent needed, members bound to secrecy, organised by the municipality. */
  SUPPORT_CONFERENCE("支援会議"),
  /** Needs the consent of everyone named in the item. */
  PLAN_CONFERENCE("重層的支援会議");

  private final String label;

  ConferenceKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
