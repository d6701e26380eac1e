package jp.tsunagu.connector.record;

import jp.tsunagu.contract.code.Code;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Referral;

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

  /** That of this agency. */
  public static Side of(AgencyId agency, Referral leg) {
    if (leg.receiver().equals(agency)) {
      return RECEIVER;
    }
    return leg.sender().equals(agency) ? SENDER : OBSERVER;
  }

  @Override
  public String label() {
    return label;
  }
}
