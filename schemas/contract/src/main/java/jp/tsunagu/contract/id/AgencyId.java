package jp.tsunagu.contract.id;

/**
 * Names an agency (機関) of the network, e.g. {@code hokatsu-higashi}: lower-case letters, digits and
 * hyphens, 2 to 40 characters. It is part of topic names, so it never changes.
 */
public record AgencyId(String value) implements Comparable<AgencyId> {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 40;

  /** Stands for an agency that a general view must not name (保護案件). No agency can have this id. */
  public static final AgencyId WITHHELD = new AgencyId("withheld");

  /** The network itself as actor: deadlines. No agency can have this id. */
  public static final AgencyId GATEWAY = new AgencyId("gateway");

  /**
   * The meeting scheduler as participant, with an outbox of its own. No agency can have this id.
   */
  public static final AgencyId SCHEDULER = new AgencyId("scheduler");

  public AgencyId {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "an agency id has 2 to 40 lower-case letters, digits or hyphens and begins with a"
              + " letter");
    }
  }

  /** Whether the text could be an id; ask this before building one from what a person typed. */
  public static boolean isValid(String text) {
    return Spelling.isName(text, SHORTEST, LONGEST);
  }

  @Override
  public int compareTo(AgencyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
