package jp.tsunagu.connector.lost;

import jp.tsunagu.contract.code.Code;

/** What a person made of something that the network has lost. */
public enum Decision implements Code {
  /** What was sent goes there again, under its own number. */
  SEND_AGAIN("もう一度送る", true),
  /** What was sent is not needed any more. */
  NOT_SENT_AGAIN("もう送らない", true),
  /** What was received stays as it is known here. */
  KEPT("そのまま残す", false),
  /** What was received counts no more; it stands in this list alone. */
  GONE("失われたものとする", false);

  private final String label;
  private final boolean isAboutSent;

  Decision(String label, boolean isAboutSent) {
    this.label = label;
    this.isAboutSent = isAboutSent;
  }

  @Override
  public String label() {
    return label;
  }

  /** Whether it is one about what this agency had sent. */
  boolean isAboutSent() {
    return isAboutSent;
  }

  /** What most often is right. */
  static Decision usual(boolean wasSent) {
    return wasSent ? SEND_AGAIN : KEPT;
  }
}
