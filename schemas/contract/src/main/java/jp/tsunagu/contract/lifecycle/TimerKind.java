package jp.tsunagu.contract.lifecycle;

/** What happens when a moment of the response clock is reached. */
public enum TimerKind {
  DUE_SOON("期限接近"),
  OVERDUE("期限超過"),
  ESCALATE("調整窓口への連絡"),
  DOSSIER_OVERDUE("書類待ちの期限超過");

  private final String label;

  TimerKind(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }
}
