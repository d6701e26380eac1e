package jp.tsunagu.runtime.caller;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagu.contract.calendar.TokyoTime;

/** The last day in Tokyo on which a token is good. */
record LastDay(LocalDate day) {

  static Optional<LastDay> of(String text) {
    try {
      return Optional.of(new LastDay(LocalDate.parse(text)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  boolean isOver(Instant now) {
    return TokyoTime.dateOf(now).isAfter(day);
  }
}
