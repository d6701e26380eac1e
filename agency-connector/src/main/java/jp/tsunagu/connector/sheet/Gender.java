package jp.tsunagu.connector.sheet;

import jp.tsunagu.contract.form.Choice;

/** 性別 as the form offers it. */
public enum Gender {
  FEMALE("女"),
  MALE("男"),
  OTHER("その他"),
  NOT_STATED("記入なし");

  static final Choice<Gender> CHOICE = Choice.of(values(), Gender::label);

  private final String label;

  Gender(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }
}
