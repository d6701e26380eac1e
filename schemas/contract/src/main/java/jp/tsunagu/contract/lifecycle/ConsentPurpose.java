package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.code.Code;

/** What a person consents to; each purpose needs its own consent (利用申込). */
public enum ConsentPurpose implements Code {
  /** 利用申込①. */
  COMPREHENSIVE_SUPPORT("包括的相談支援"),
  /** 利用申込②. */
  COORDINATION("多機関協働");

  private final String label;

  ConsentPurpose(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
