package jp.tsunagu.contract.lifecycle;

/** How a consent was explained and given. */
public enum ConsentMethod {
  WRITTEN("書面"),
  ORAL("口頭"),
  TELEPHONE("電話"),
  WRITTEN_BY_FAMILY("家族代筆");

  private final String label;

  ConsentMethod(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }
}
