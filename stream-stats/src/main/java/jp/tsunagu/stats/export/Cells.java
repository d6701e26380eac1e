package jp.tsunagu.stats.export;

import java.time.LocalDate;
import jp.tsunagu.contract.calendar.Wareki;

/** A value as text: dates in 和暦 with the western year. */
final class Cells {

  private Cells() {}

  static String text(Object value) {
    return value instanceof LocalDate date
        ? Wareki.formatWithWesternYear(date)
        : String.valueOf(value);
  }
}
