package jp.tsunagu.contract.topic;

/** Whether a topic holds personal data. */
public enum PersonalData {
  /** Codes, ids and times only. */
  NONE("no"),
  /** Only inside sealed dossiers that neither broker nor gateway can open; such a topic expires. */
  SEALED("sealed");

  private final String label;

  PersonalData(String label) {
    this.label = label;
  }

  /** How tables call it. */
  public String label() {
    return label;
  }
}
