package jp.tsunagu.contract.lifecycle;

/** How soon an answer is needed (緊急度); the deadlines are configuration of the city. */
public enum Urgency {
  EMERGENCY("緊急"),
  URGENT("準緊急"),
  NORMAL("通常");

  private final String label;

  Urgency(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }
}
