package jp.tsunagu.contract.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * The weekly hours of an office (開庁時間) in Tokyo time: from {@code opens} (included) to {@code
 * closes} (excluded) on each of {@code days}. A lunch break is not subtracted.
 *
 * @param opens first minute of the day
 * @param closes end of the day, after {@code opens} and on the same day
 * @param days weekdays with hours, at least one
 */
public record OfficeHours(LocalTime opens, LocalTime closes, Set<DayOfWeek> days) {

  private static final OfficeHours STANDARD =
      new OfficeHours(
          LocalTime.of(8, 30),
          LocalTime.of(17, 15),
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

  /**
   * Refuses hours that never open; configuration is to be checked before with a message that names
   * its line.
   */
  public OfficeHours {
    if (!opens.isBefore(closes)) {
      throw new IllegalArgumentException("opens must be before closes: " + opens + ", " + closes);
    }
    if (days.isEmpty()) {
      throw new IllegalArgumentException("at least one weekday must have hours");
    }
    days = Set.copyOf(days);
  }

  /**
   * Monday to Friday 8:30–17:15 (525 minutes), as usual for a city hall and a choice of this
   * project.
   */
  public static OfficeHours standard() {
    return STANDARD;
  }

  /** The open time of one day, 8 h 45 min by default. */
  public Duration perDay() {
    return Duration.between(opens, closes);
  }
}
