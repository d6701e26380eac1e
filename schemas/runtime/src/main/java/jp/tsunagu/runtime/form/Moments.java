package jp.tsunagu.runtime.form;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import jp.tsunagu.contract.calendar.TokyoTime;

/** Moments as systems (with offset) and people (Tokyo time) write them; kept to milliseconds. */
final class Moments {

  private Moments() {}

  static Optional<Instant> read(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException withoutOffset) {
      return readTokyoTime(text.replace('/', '-').replace(' ', 'T'));
    }
  }

  private static Optional<Instant> readTokyoTime(String text) {
    try {
      Instant moment = LocalDateTime.parse(text).atZone(TokyoTime.ZONE).toInstant();
      return Optional.of(moment.truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
