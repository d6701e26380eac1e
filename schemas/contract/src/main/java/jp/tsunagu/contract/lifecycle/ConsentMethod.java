package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.code.Code;

/** How a consent was explained and given. */
public enum ConsentMethod implements Code {
  WRITTEN("書面"),
  ORAL("口頭"),
  TELEPHONE("電話"),
  WRITTEN_BY_FAMILY("家族代筆");

  private final String label;

  ConsentMethod(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
