package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.growth.GrowingCode;

/** Why a request is not on an agenda it could have been on. */
public enum CarryReason implements GrowingCode {
  AFTER_CLOSING("受付締切後"),
  NO_ROOM("時間枠に収まらない"),
  NOT_SCREENED("スクリーニング前"),
  NOT_BEFORE("希望日より前"),
  CONFERENCE_CHANGED("会議区分の変更"),
  MEETING_CANCELLED("会議の中止"),
  BODY_NOT_IN_TIME("既存会議が間に合わない"),
  OUTSIDE_REMIT("既存会議の所掌外"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  CarryReason(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
