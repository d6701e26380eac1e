package jp.tsunagu.contract.meeting;

/** What a notice is about. */
public enum NoticeKind {
  INVITATION("開催通知・出席依頼"),
  CHANGE("開催変更通知"),
  CANCELLATION("開催取消通知"),
  REMINDER("開催のお知らせ(再通知)");

  private final String label;

  NoticeKind(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }
}
