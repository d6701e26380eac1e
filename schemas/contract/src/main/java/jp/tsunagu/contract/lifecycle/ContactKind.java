package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.growth.GrowingCode;

/** In which way somebody was in contact with a person (関わりの記録); a choice of this project. */
public enum ContactKind implements GrowingCode {
  LETTER("手紙・置き手紙"),
  MESSAGE("メール・チャット"),
  TELEPHONE("電話"),
  DOORSTEP("玄関先・ドア越し"),
  VISIT("訪問"),
  ACCOMPANIED("同行"),
  MEETING("面談"),
  AT_THE_PLACE("受け入れ先で"),
  VIA_OTHERS("家族や周囲を通じて"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  ContactKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
