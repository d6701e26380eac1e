package jp.tsunagu.contract.directory;

import jp.tsunagu.contract.code.Code;

/** The field an agency is counted under in meeting statistics (国分寺市). */
public enum StatisticsField implements Code {
  HEALTH("保健医療"),
  POVERTY("生活困窮"),
  DISABILITY("障害福祉"),
  ELDERLY("高齢福祉"),
  CHILDREN("児童福祉"),
  OTHER("その他");

  private final String label;

  StatisticsField(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
