package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.growth.GrowingCode;

/** Why 多機関協働 ends without an evaluation that a meeting dealt with. */
public enum ClosingGround implements GrowingCode {
  DECEASED("死亡"),
  MOVED_AWAY("転出"),
  CONTACT_LOST("連絡途絶"),
  PERSON_DECLINED("本人の意思"),
  SETTLED_DIRECTLY("個別調整で解決"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  ClosingGround(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
