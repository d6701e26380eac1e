package jp.tsunagu.contract.topic;

import jp.tsunagu.contract.code.Code;

/** Who writes or reads a topic. Every topic has one writer, but for the dead letters. */
public enum Party implements Code {
  /** The connector of the agency whose topic it is, and nobody else's. */
  AGENCY("that agency"),
  GATEWAY("gateway"),
  SCHEDULER("scheduler"),
  STATS("stats"),
  /** Every program of the network. */
  EVERYONE("all");

  private final String label;

  Party(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
