package jp.tsunagu.stats.figure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import jp.tsunagu.contract.calendar.OfficeCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Office hours between two moments, as {@link OfficeCalendar} counts them, at once instead of day
 * by day: times of years are counted for every case. From 2000 to 2099; outside, day by day. Equal
 * where the same hours of the same days count.
 */
public final class WorkingTime {

  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

  private static final long SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();

  /** In Tokyo, in all these years. */
  private static final long OFFSET_SECONDS = Duration.ofHours(9).toSeconds();

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
    if (!from.isBefore(to)) {
      return Duration.ZERO;
    }
    return isInTheCentury(from) && isInTheCentury(to)
        ? Duration.ofNanos(openUntil(to) - openUntil(from))
        : calendar.openTimeBetween(from, to);
  }

  private static boolean isInTheCentury(Instant moment) {
    long day = day(moment);
    return day >= FIRST.toEpochDay() && day <= LAST.toEpochDay();
  }

  /** The office time since the century began, in nanoseconds. */
  private long openUntil(Instant moment) {
    int day = Math.toIntExact(day(moment) - FIRST.toEpochDay());
    long perDay = calendar.hours().perDay().toNanos();
    long whole = openDaysBefore[day] * perDay;
    boolean isOpenDay = openDaysBefore[day + 1] > openDaysBefore[day];
    return isOpenDay ? whole + Math.clamp(sinceOpening(moment), 0, perDay) : whole;
  }

  private long sinceOpening(Instant moment) {
    long second = Math.floorMod(moment.getEpochSecond() + OFFSET_SECONDS, SECONDS_OF_A_DAY);
    return Duration.ofSeconds(second, moment.getNano()).toNanos()
        - calendar.hours().opens().toNanoOfDay();
  }

  private static long day(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond() + OFFSET_SECONDS, SECONDS_OF_A_DAY);
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
}
