package jp.tsunagu.contract.lifecycle;

/** How a meeting came about (開催区分); it is recorded, never derived from its day. */
public enum SessionKind {
  REGULAR("定例"),
  EXTRA("臨時"),
  PER_CASE("事案ごと"),
  EMERGENCY("緊急");

  private final String label;

  SessionKind(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }
}
