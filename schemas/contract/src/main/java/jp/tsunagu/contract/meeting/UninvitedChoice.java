package jp.tsunagu.contract.meeting;

import jp.tsunagu.contract.growth.GrowingCode;

/** What becomes of agencies that an item names and that are no members (構成員) of its 支援会議. */
public enum UninvitedChoice implements GrowingCode {
  APPOINT("構成員に加えて招く"),
  LEAVE_OUT("招かない"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  UninvitedChoice(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
