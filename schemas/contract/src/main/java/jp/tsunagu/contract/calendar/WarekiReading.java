package jp.tsunagu.contract.calendar;

import java.time.LocalDate;

/** What reading a written date gave: the day, or why there is none. */
public sealed interface WarekiReading {

  /**
   * The text names a day.
   *
   * @param date the day
   */
  record Parsed(LocalDate date) implements WarekiReading {}

  /**
   * The text names no day.
   *
   * @param reason in Japanese, with what is right where that is known; it may repeat parts of what
   *     was typed, so show it to the person who typed it and write it to no log
   */
  record Rejected(String reason) implements WarekiReading {}
}
