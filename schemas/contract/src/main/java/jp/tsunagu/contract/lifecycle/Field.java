package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.code.Code;

/** A field (分野) of a consultation; exactly these five, a consultation has a set of them. */
public enum Field implements Code {
  ELDERLY_CARE("高齢・介護"),
  CHILDREN("子ども"),
  DISABILITY("障害"),
  POVERTY("困窮"),
  /** ひきこもり, 不就労 without 困窮, illness, addiction. */
  OTHER("その他");

  private final String label;

  Field(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
