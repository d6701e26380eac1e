package jp.tsunagu.contract.directory;

import jp.tsunagu.contract.growth.GrowingCode;

/** Why a wish about the register (社会資源, 地域課題) had no effect. */
public enum RegisterRefusal implements GrowingCode {
  NOT_YOURS("登録した機関(社会資源では連絡先の機関も)と調整窓口だけができます。"),
  CHANGED("ほかの人が先に内容を変えました。今の内容を確かめてください。"),
  ENDED("この社会資源は、提供を終えています。"),
  FULL("空きがなくなりました。ほかの社会資源を探すか、連絡先に相談してください。"),
  NO_SUCH_PLACE("この機関は、その席を使っていません。"),
  WRONG_STAGE("この地域課題は、今の段階からそこへは進めません。"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  RegisterRefusal(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
