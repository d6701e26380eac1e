package jp.tsunagu.stats.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.stats.figure.Period.Day;
import jp.tsunagu.stats.figure.Period.Hour;
import jp.tsunagu.stats.figure.Period.Month;
import jp.tsunagu.stats.figure.Period.Now;

/**
 * How long figures are kept ready: times by the hour for two days, by the day for a month, by the
 * month for ever; counts by the day for ever. So their number follows the calendar and not the
 * number of events. What is forgotten can still be counted from the facts.
 *
 * @param firstHour the first hour whose times are kept
 * @param firstDay the first day whose times are kept
 */
public record Retention(LocalDateTime firstHour, LocalDate firstDay) {

  /** Forgets nothing. */
  public static final Retention EVERYTHING = new Retention(LocalDateTime.MIN, LocalDate.MIN);

  private static final int HOURS = 48;
  private static final int DAYS = 31;

  /** What is kept at this moment. */
  public static Retention at(Instant now) {
    return new Retention(
        Period.hourOf(now).start().minusHours(HOURS), TokyoTime.dateOf(now).minusDays(DAYS));
  }

  /** What is kept of this bucket. */
  public Bucket of(BucketKey key, Bucket bucket) {
    Map<Cell, Long> kept = new HashMap<>(bucket.cells());
    if (!keepsTimesOf(key.period())) {
      kept.keySet().removeIf(cell -> cell.measure().kind() == Measure.Kind.DURATION);
    }
    return new Bucket(kept);
  }

  /** Whether the times of this period are kept. */
  boolean keepsTimesOf(Period period) {
    return switch (period) {
      case Hour hour -> !hour.start().isBefore(firstHour);
      case Day day -> !day.date().isBefore(firstDay);
      case Month _, Now _ -> true;
    };
  }
}
