package jp.tsunagu.contract.meeting;

import jp.tsunagu.contract.growth.GrowingCode;

/** What a notice is about. */
public enum NoticeKind implements GrowingCode {
  INVITATION("開催通知・出席依頼"),
  CHANGE("開催変更通知"),
  CANCELLATION("開催取消通知"),
  REMINDER("開催のお知らせ(再通知)"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  NoticeKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
