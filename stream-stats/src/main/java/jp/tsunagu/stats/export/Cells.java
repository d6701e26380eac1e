package jp.tsunagu.stats.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import jp.tsunagu.contract.calendar.Wareki;

/**
 * A value as text: dates in 和暦 with the western year, numbers as a spreadsheet shows them (0.5, 0,
 * never 0.0 or 1.0E-4).
 */
final class Cells {

  private Cells() {}

  static String text(Object value) {
    if (value instanceof LocalDate date) {
      return Wareki.formatWithWesternYear(date);
    }
    return value instanceof Double decimal
        ? new BigDecimal(decimal.toString()).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }
}
