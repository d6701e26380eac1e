package jp.tsunagu.contract.lifecycle;

/** Why an item comes to a meeting (目的). */
public enum MeetingPurpose {
  NEW("新規"),
  PLAN("プラン協議"),
  MONITORING("モニタリング"),
  CLOSING_EVALUATION("終結時評価"),
  INFORMATION("情報共有"),
  EMERGENCY("緊急");

  private final String label;

  MeetingPurpose(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }
}
