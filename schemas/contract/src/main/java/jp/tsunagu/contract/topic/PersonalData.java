package jp.tsunagu.contract.topic;

import jp.tsunagu.contract.code.Code;

/** Whether a topic holds personal data. */
public enum PersonalData implements Code {
  /** Codes, ids and times only. */
  NONE("no"),
  /** Only inside sealed dossiers that neither broker nor gateway can open; such a topic expires. */
  SEALED("sealed"),
  /** Names of people who work here, which the writer alone can open. */
  STAFF("staff, sealed");

  private final String label;

  PersonalData(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
