package jp.tsunagu.stats.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.calendar.TokyoTime;

/** The periods that can be asked for, up to now, Asia/Tokyo. */
public enum Window {
  /** The running hour of the clock and the one before it. */
  LAST_HOUR("直近1時間"),
  TODAY("本日"),
  /** Today and the six days before. */
  SEVEN_DAYS("7日間"),
  /** This month of the calendar. */
  MONTH("今月"),
  FISCAL_YEAR("今年度");

  private final String label;

  Window(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }

  /** The codes of buckets between which the period lies. */
  public Range range(Instant now) {
    LocalDate today = TokyoTime.dateOf(now);
    return switch (this) {
      case LAST_HOUR -> hours(LocalDateTime.ofInstant(now, TokyoTime.ZONE));
      case TODAY -> Range.days(today, today);
      case SEVEN_DAYS -> Range.days(today.minusDays(6), today);
      case MONTH -> Range.days(today.withDayOfMonth(1), today);
      case FISCAL_YEAR -> Range.days(FiscalYear.of(today).first(), today);
    };
  }

  private static Range hours(LocalDateTime now) {
    LocalDateTime hour = now.truncatedTo(ChronoUnit.HOURS);
    return new Range("hour-" + hour.minusHours(1) + "/", "hour-" + hour + "/~");
  }

  /** A stretch of bucket codes, both ends included. */
  public record Range(String from, String until) {

    /** All days from one to the other, both included. */
    public static Range days(LocalDate from, LocalDate until) {
      return new Range("day-" + from + "/", "day-" + until + "/~");
    }

    /** As things stand. */
    public static Range now() {
      return new Range("now/", "now/~");
    }

    /** Whether this code of a bucket lies in it. */
    public boolean contains(String code) {
      return code.compareTo(from) >= 0 && code.compareTo(until) <= 0;
    }
  }
}
