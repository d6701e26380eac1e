package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.growth.GrowingCode;

/** How a meeting came about (開催区分); it is recorded, never derived from its day. */
public enum SessionKind implements GrowingCode {
  REGULAR("定例"),
  EXTRA("臨時"),
  PER_CASE("事案ごと"),
  EMERGENCY("緊急"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  SessionKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
