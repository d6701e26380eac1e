package jp.tsunagu.connector.agency;

/** Why a referral waits for an agency, the most urgent first. */
public enum WaitReason {
  /** The response deadline has passed. */
  OVERDUE("回答の期限を過ぎたもの"),
  /** It is near. */
  DUE_SOON("回答の期限が近いもの"),
  /** Nobody has opened it yet. */
  ARRIVAL("受信"),
  /** The other side asked something. */
  QUESTION("答えを待つ照会");

  private final String label;

  WaitReason(String label) {
    this.label = label;
  }

  /** What a person reads before a number. */
  public String label() {
    return label;
  }
}
