package jp.tsunagu.contract.meeting;

/** How an invited agency took part. */
public enum Presence {
  ATTENDED("出席"),
  PROXY("代理出席"),
  WRITTEN_OPINION("意見書提出"),
  ABSENT("欠席");

  private final String label;

  Presence(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }

  /** Whether it is counted among the participating agencies (参加機関). */
  public boolean tookPart() {
    return this == ATTENDED || this == PROXY;
  }
}
