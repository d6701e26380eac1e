package jp.tsunagu.stats.figure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import jp.tsunagu.contract.calendar.OfficeCalendar;
import jp.tsunagu.contract.calendar.TokyoTime;
import org.jspecify.annotations.Nullable;

/**
 * Office hours between two moments, as {@link OfficeCalendar} counts them, at once instead of day
 * by day: times of years are counted for every case. From 2000 to 2099; outside, day by day. Equal
 * where the same hours of the same days count.
 */
public final class WorkingTime {

  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

  private final OfficeCalendar calendar;
  private final int[] openDaysBefore;

  /** Counts the open days of a century. */
  public WorkingTime(OfficeCalendar calendar) {
    this.calendar = calendar;
    int days = Math.toIntExact(LAST.toEpochDay() - FIRST.toEpochDay()) + 2;
    openDaysBefore = new int[days];
    for (int day = 1; day < days; day++) {
      boolean open = calendar.isOpenDay(FIRST.plusDays(day - 1L));
      openDaysBefore[day] = openDaysBefore[day - 1] + (open ? 1 : 0);
    }
  }

  /** The calendar behind it. */
  public OfficeCalendar calendar() {
    return calendar;
  }

  /** The office time that passed; zero if {@code to} is not after {@code from}. */
  public Duration between(Instant from, Instant to) {
    LocalDate first = TokyoTime.dateOf(from);
    LocalDate last = TokyoTime.dateOf(to);
    if (!from.isBefore(to)) {
      return Duration.ZERO;
    }
    if (first.isBefore(FIRST) || last.isAfter(LAST) || first.plusDays(1).isAfter(last)) {
      return calendar.openTimeBetween(from, to);
    }
    Instant nextMidnight = first.plusDays(1).atStartOfDay(TokyoTime.ZONE).toInstant();
    Instant lastMidnight = last.atStartOfDay(TokyoTime.ZONE).toInstant();
    long between = openDaysBefore[index(last)] - openDaysBefore[index(first.plusDays(1))];
    return calendar
        .openTimeBetween(from, nextMidnight)
        .plus(calendar.hours().perDay().multipliedBy(between))
        .plus(calendar.openTimeBetween(lastMidnight, to));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WorkingTime that
        && calendar.hours().equals(that.calendar.hours())
        && Arrays.equals(openDaysBefore, that.openDaysBefore);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(openDaysBefore);
  }

  private static int index(LocalDate day) {
    return Math.toIntExact(day.toEpochDay() - FIRST.toEpochDay());
  }
}
