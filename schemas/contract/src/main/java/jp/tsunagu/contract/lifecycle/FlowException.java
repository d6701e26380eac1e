package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.growth.GrowingCode;

/** Why a step was done without what it would have waited for; a choice of this project. */
public enum FlowException implements GrowingCode {
  URGENT("急を要する"),
  AT_THE_TABLE("会議の席で決めた"),
  ON_PAPER("紙で済ませた"),
  PERSON_UNREACHABLE("本人と連絡がつかない"),
  PERSON_DECLINED("本人の意思"),
  OTHER("その他"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  FlowException(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
