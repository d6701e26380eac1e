package jp.tsunagu.connector.record;

/** On which side of a referral this agency stands. */
public enum Side {
  SENDER("送った連絡"),
  RECEIVER("受けた連絡"),
  /** Neither: up the chain, or the desk. */
  OBSERVER("関わる連絡");

  private final String label;

  Side(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }
}
