package jp.tsunagu.runtime.aside;

/** What a later record of a key means for an earlier one. */
public enum Meaning {
  /** Every record adds to those before it: none may be taken in before them. */
  EVERY_RECORD_COUNTS,
  /**
   * The latest record says all (a compacted topic): a later one takes the place of one that cannot
   * be read, as compaction would.
   */
  THE_LATEST_COUNTS
}
