package jp.tsunagu.contract.meeting;

/** How a notice left the house, besides the inbox. */
public enum DeliveryWay {
  MAIL("メール"),
  POST("郵送");

  private final String label;

  DeliveryWay(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }
}
