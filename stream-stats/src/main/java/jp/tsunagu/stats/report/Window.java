package jp.tsunagu.stats.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.code.Code;
import jp.tsunagu.stats.figure.Period;

/** The periods that can be asked for, up to now, Asia/Tokyo. */
public enum Window implements Code {
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

  @Override
  public String label() {
    return label;
  }

  /** This report, whose title names the stretch. */
  public Report over(Report report, Instant now) {
    LocalDate today = TokyoTime.dateOf(now);
    return switch (this) {
      case LAST_HOUR -> report.titled(label);
      case TODAY -> report.over(today, today);
      case SEVEN_DAYS -> report.over(today.minusDays(6), today);
      case MONTH -> report.over(today.withDayOfMonth(1), today);
      case FISCAL_YEAR -> report.over(FiscalYear.of(today).first(), today);
    };
  }

  /** The periods in which the times of this stretch stand. */
  public Range ofTimes(Instant now) {
    YearMonth month = YearMonth.from(TokyoTime.dateOf(now));
    return switch (this) {
      case LAST_HOUR, TODAY, SEVEN_DAYS -> range(now);
      case MONTH -> Range.months(month, month);
      case FISCAL_YEAR ->
          Range.months(YearMonth.from(FiscalYear.of(TokyoTime.dateOf(now)).first()), month);
    };
  }

  /** The periods in which the counts of this stretch stand. */
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
    return new Range("hour-" + hour.minusHours(1), "hour-" + hour);
  }

  /** A stretch of codes of periods, both ends included. */
  public record Range(String from, String until) {

    /** Everything. */
    public static final Range ALL = new Range("", "~");

    /** All days from one to the other, both included. */
    public static Range days(LocalDate from, LocalDate until) {
      return new Range("day-" + from, "day-" + until);
    }

    /** All months from one to the other, both included. */
    public static Range months(YearMonth from, YearMonth until) {
      return new Range("month-" + from, "month-" + until);
    }

    /** As things stand. */
    public static Range now() {
      return new Range("now", "now");
    }

    /** Whether the period lies in it. */
    public boolean contains(Period period) {
      String code = period.code();
      return code.compareTo(from) >= 0 && code.compareTo(until) <= 0;
    }
  }
}
