package jp.tsunagu.contract.topic;

/** Who writes or reads a topic. Every topic has one writer, but for the dead letters. */
public enum Party {
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

  /** How tables call it. */
  public String label() {
    return label;
  }
}
