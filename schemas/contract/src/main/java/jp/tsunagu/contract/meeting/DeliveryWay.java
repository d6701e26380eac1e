package jp.tsunagu.contract.meeting;

import jp.tsunagu.contract.growth.GrowingCode;

/** How a notice left the house, besides the inbox. */
public enum DeliveryWay implements GrowingCode {
  MAIL("メール"),
  POST("郵送"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  DeliveryWay(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
