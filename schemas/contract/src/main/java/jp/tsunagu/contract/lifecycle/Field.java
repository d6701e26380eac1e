package jp.tsunagu.contract.lifecycle;

/** A field (分野) of a consultation; exactly these five, a consultation has a set of them. */
public enum Field {
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

  /** What a person reads. */
  public String label() {
    return label;
  }
}
