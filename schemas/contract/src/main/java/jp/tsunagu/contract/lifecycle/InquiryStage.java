package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.growth.GrowingCode;

/** Where a question of 情報収集 stands. */
public enum InquiryStage implements GrowingCode {
  OPEN("尋ねている"),
  ANSWERED("回答を受けた"),
  UNABLE("回答できない"),
  TAKEN_BACK("取下げ"),
  /** The consent or the membership it rested on is no more. */
  BASIS_GONE("根拠がなくなり終了"),
  /** Another coordinator asks anew, if at all. */
  COORDINATOR_CHANGED("多機関協働事業者の交替で終了"),
  COORDINATION_ENDED("多機関協働の終結で終了"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  InquiryStage(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
