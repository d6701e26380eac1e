package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.growth.GrowingCode;

/** Why an agency cannot answer a question of 情報収集; a choice of this project. */
public enum InquiryUnable implements GrowingCode {
  NOTHING_KNOWN("把握している情報がない"),
  NOT_OURS("担当していない"),
  NOT_ALLOWED("守秘・法令により答えられない"),
  PERSON_DECLINED("本人の意思"),
  NOT_IN_TIME("期限までに確かめられない"),
  OTHER("その他"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  InquiryUnable(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
