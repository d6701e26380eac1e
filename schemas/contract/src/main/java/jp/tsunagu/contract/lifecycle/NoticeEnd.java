package jp.tsunagu.contract.lifecycle;

/** Why a notice of a meeting no longer holds. */
public enum NoticeEnd {
  CONSENT_COMPLETE("同意がそろい会議区分が変わったため"),
  CONSENT_WITHDRAWN("同意の撤回により会議区分が変わったため"),
  CONSENT_EXPIRED("同意の期限が切れ会議区分が変わったため"),
  REQUEST_WITHDRAWN("取下げのため"),
  MEETING_CANCELLED("会議の中止のため"),
  MOVED_TO_ANOTHER_MEETING("別の会議へ移ったため");

  private final String label;

  NoticeEnd(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }
}
