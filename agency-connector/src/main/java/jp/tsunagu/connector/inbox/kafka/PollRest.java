package jp.tsunagu.connector.inbox.kafka;

import java.time.Duration;

/**
 * How long an inbox rests after a poll: not at all where little comes, so that it is there at once;
 * a moment where much comes, so that more is taken in together; and not at all where more waits
 * already.
 */
final class PollRest {

  /** So much apart begin the polls of an inbox to which much comes. */
  static final Duration APART = Duration.ofMillis(20);

  /** So few records at a time are not worth a wait. */
  static final int FEW = 3;

  private PollRest() {}

  /**
   * The rest after a poll.
   *
   * @param records that it brought
   * @param most that one poll brings
   * @param took since the poll began to be taken in
   */
  static Duration after(int records, int most, Duration took) {
    boolean isTogetherBetter = records > FEW && records < most && took.compareTo(APART) < 0;
    return isTogetherBetter ? APART.minus(took) : Duration.ZERO;
  }
}
