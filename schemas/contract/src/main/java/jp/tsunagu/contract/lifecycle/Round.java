package jp.tsunagu.contract.lifecycle;

/**
 * From where on what is done counts for the coordination that runs, as sequences of events of the
 * case.
 *
 * @param since what belongs to this coordination came later; 0 for the first one of a case
 * @param planningSince what belongs to the next 支援決定, or to the end, came later: {@code since}, or
 *     the last 支援決定
 * @param itemDecidedAt when a 重層的支援会議 last decided about an item; 0 before
 */
public record Round(long since, long planningSince, long itemDecidedAt) {

  static Round beginning(long since) {
    return new Round(since, since, 0);
  }

  Round decided(long sequence) {
    return new Round(since, sequence, itemDecidedAt);
  }

  Round itemDecided(long sequence) {
    return new Round(since, planningSince, sequence);
  }

  /** Whether what happened then belongs to this coordination. */
  public boolean has(long sequence) {
    return sequence > since;
  }

  /** Whether what happened then belongs to the next 支援決定, or to the end. */
  public boolean plans(long sequence) {
    return sequence > planningSince;
  }
}
