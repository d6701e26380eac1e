package jp.tsunagu.runtime.mail;

import java.time.Duration;

/**
 * How long to wait before a mail is tried again: one minute, then twice as long, at most an hour.
 */
public final class MailBackOff {

  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int DOUBLINGS = 6;

  private MailBackOff() {}

  /**
   * The wait after this many attempts failed.
   *
   * @param failed from 1
   */
  public static Duration after(int failed) {
    if (failed < 1) {
      throw new IllegalArgumentException("nothing failed yet");
    }
    Duration wait = FIRST.multipliedBy(1L << Math.min(failed - 1, DOUBLINGS));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
