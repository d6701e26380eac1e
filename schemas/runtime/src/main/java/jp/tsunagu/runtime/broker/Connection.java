package jp.tsunagu.runtime.broker;

/** How the last try to reach the broker ended, for the person who set it up. */
public sealed interface Connection {

  /** It was reached and knows us. */
  record Reached() implements Connection {}

  /**
   * Nobody answers; waiting can help.
   *
   * @param line in Japanese: what, where, and which setting to look at
   */
  record Unreachable(String line) implements Connection {}

  /**
   * It answers and does not let us in; only another setting helps.
   *
   * @param line in Japanese: what, where, and which setting to mend
   */
  record Refused(String line) implements Connection {}
}
