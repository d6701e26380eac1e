package jp.tsunagu.contract.meeting;

import jp.tsunagu.contract.growth.GrowingCode;

/** How an invited agency took part. */
public enum Presence implements GrowingCode {
  ATTENDED("出席"),
  PROXY("代理出席"),
  WRITTEN_OPINION("意見書提出"),
  ABSENT("欠席"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  Presence(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** Whether it is counted among the participating agencies (参加機関). */
  public boolean tookPart() {
    return this == ATTENDED || this == PROXY;
  }
}
