package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.growth.GrowingCode;

/** Why an item comes to a meeting (目的). */
public enum MeetingPurpose implements GrowingCode {
  NEW("新規"),
  PLAN("プラン協議"),
  MONITORING("モニタリング"),
  CLOSING_EVALUATION("終結時評価"),
  INFORMATION("情報共有"),
  EMERGENCY("緊急"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  MeetingPurpose(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
