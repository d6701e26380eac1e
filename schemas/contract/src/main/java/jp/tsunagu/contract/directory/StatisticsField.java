package jp.tsunagu.contract.directory;

/** The field an agency is counted under in meeting statistics (国分寺市). */
public enum StatisticsField {
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

  /** What a person reads. */
  public String label() {
    return label;
  }
}
