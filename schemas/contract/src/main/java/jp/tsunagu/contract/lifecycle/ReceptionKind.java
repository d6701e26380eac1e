package jp.tsunagu.contract.lifecycle;

/** Whether a consultation is new in this network or carried over from paper (前年度からの継続). */
public enum ReceptionKind {
  NEW("新規"),
  CARRIED_OVER("継続");

  private final String label;

  ReceptionKind(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }
}
