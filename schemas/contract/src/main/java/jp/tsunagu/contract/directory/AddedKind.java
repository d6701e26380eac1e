package jp.tsunagu.contract.directory;

import jp.tsunagu.contract.growth.GrowingCode;

/** What can stand in a field that a city added to a form. */
public enum AddedKind implements GrowingCode {
  LINE("一行の文章"),
  STORY("長い文章"),
  DAY("年月日"),
  NUMBER("数"),
  YES_NO("はい・いいえ"),
  ONE_OF("一つ選ぶ"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  AddedKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
