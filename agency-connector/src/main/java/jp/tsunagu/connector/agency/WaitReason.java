package jp.tsunagu.connector.agency;

/** Why something waits for an agency, of each thing the most urgent first. */
public enum WaitReason {
  /** The response deadline has passed. */
  OVERDUE("回答の期限を過ぎたもの"),
  /** It is near. */
  DUE_SOON("回答の期限が近いもの"),
  /** Nobody has opened it yet. */
  ARRIVAL("受信"),
  /** The other side asked something. */
  QUESTION("答えを待つ照会"),
  /** It is asked for information; {@link #OVERDUE} and {@link #DUE_SOON} tell its deadline, too. */
  INQUIRY("答えを待つ情報収集"),
  /** An agency that it asked for information has not answered in time. */
  UNANSWERED("期限までに回答のない情報収集");

  private final String label;

  WaitReason(String label) {
    this.label = label;
  }

  /** What a person reads before a number. */
  public String label() {
    return label;
  }
}
