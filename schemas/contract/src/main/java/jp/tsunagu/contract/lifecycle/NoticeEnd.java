package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.growth.GrowingCode;

/** Why a notice of a meeting no longer holds. */
public enum NoticeEnd implements GrowingCode {
  CONSENT_COMPLETE("同意がそろい会議区分が変わったため"),
  CONSENT_WITHDRAWN("同意の撤回により会議区分が変わったため"),
  CONSENT_EXPIRED("同意の期限が切れ会議区分が変わったため"),
  REQUEST_WITHDRAWN("取下げのため"),
  MEETING_CANCELLED("会議の中止のため"),
  MOVED_TO_ANOTHER_MEETING("別の会議へ移ったため"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  NoticeEnd(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
