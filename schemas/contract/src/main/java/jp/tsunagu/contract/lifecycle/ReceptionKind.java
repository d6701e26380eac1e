package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.code.Code;

/** Whether a consultation is new in this network or carried over from paper (前年度からの継続). */
public enum ReceptionKind implements Code {
  NEW("新規"),
  CARRIED_OVER("継続");

  private final String label;

  ReceptionKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
