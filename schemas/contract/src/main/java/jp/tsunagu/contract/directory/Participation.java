package jp.tsunagu.contract.directory;

/** How an agency takes part. */
public enum Participation {
  /** It runs a connector or has one hosted. */
  CONNECTOR("コネクタ"),
  /** An organiser records for it (代行入力). */
  PAPER("紙・電話");

  private final String label;

  Participation(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }
}
