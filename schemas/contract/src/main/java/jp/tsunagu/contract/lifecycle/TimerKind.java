package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.code.Code;

/** What happens when a moment of the response clock is reached. */
public enum TimerKind implements Code {
  DUE_SOON("期限接近"),
  OVERDUE("期限超過"),
  ESCALATE("調整窓口への連絡"),
  DOSSIER_OVERDUE("書類待ちの期限超過");

  private final String label;

  TimerKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
