package jp.tsunagu.contract.lifecycle;

/** Why a request is not on an agenda it could have been on. */
public enum CarryReason {
  AFTER_CLOSING("受付締切後"),
  NO_ROOM("時間枠に収まらない"),
  NOT_SCREENED("スクリーニング前"),
  NOT_BEFORE("希望日より前"),
  CONFERENCE_CHANGED("会議区分の変更"),
  MEETING_CANCELLED("会議の中止"),
  BODY_NOT_IN_TIME("既存会議が間に合わない"),
  OUTSIDE_REMIT("既存会議の所掌外");

  private final String label;

  CarryReason(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }
}
