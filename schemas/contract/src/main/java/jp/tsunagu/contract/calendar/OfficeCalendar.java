package jp.tsunagu.contract.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * When an office is open (開庁日・開庁時間), in Asia/Tokyo. Closed on weekdays without hours, on public
 * holidays where so configured, and in closed periods.
 *
 * @param holidays public holidays of the country
 * @param hours weekly hours
 * @param closedOnHolidays whether public holidays are closed days
 * @param closedPeriods further closed days of every year
 */
public record OfficeCalendar(
    JapaneseHolidays holidays,
    OfficeHours hours,
    boolean closedOnHolidays,
    List<ClosedPeriod> closedPeriods) {

  /** A year and a month: longer than any closing that makes sense. */
  private static final int LONGEST_CLOSING_IN_DAYS = 400;

  /** Keeps an unmodifiable copy. */
  public OfficeCalendar {
    closedPeriods = List.copyOf(closedPeriods);
  }

  /** Monday to Friday 8:30–17:15, closed on holidays and from 29 December to 3 January. */
  public static OfficeCalendar standard(JapaneseHolidays holidays) {
    return new OfficeCalendar(
        holidays, OfficeHours.standard(), true, List.of(ClosedPeriod.YEAR_END));
  }

  /** Whether the office opens on this day (開庁日). */
  public boolean isOpenDay(LocalDate date) {
    return hours.days().contains(date.getDayOfWeek())
        && closedPeriods.stream().noneMatch(period -> period.contains(date))
        && !(closedOnHolidays && holidays.isHoliday(date));
  }

  /** Whether the office is open at this moment; at its closing time it is not. */
  public boolean isOpen(Instant moment) {
    LocalDate date = TokyoTime.dateOf(moment);
    return isOpenDay(date) && !moment.isBefore(opening(date)) && moment.isBefore(closing(date));
  }

  /** The first open day after this day. */
  public LocalDate nextOpenDay(LocalDate date) {
    return search(date.plusDays(1), day -> day.plusDays(1));
  }

  /** This day if it is open, else the first open day after it. */
  public LocalDate openDayOnOrAfter(LocalDate date) {
    return search(date, day -> day.plusDays(1));
  }

  /** The last open day before this day. */
  public LocalDate previousOpenDay(LocalDate date) {
    return search(date.minusDays(1), day -> day.minusDays(1));
  }

  /**
   * The {@code count}-th open day after this day, which itself is never counted; this day for 0.
   */
  public LocalDate plusOpenDays(LocalDate date, int count) {
    return repeat(date, count, this::nextOpenDay);
  }

  /**
   * The {@code count}-th open day before this day, which itself is never counted; this day for 0.
   */
  public LocalDate minusOpenDays(LocalDate date, int count) {
    return repeat(date, count, this::previousOpenDay);
  }

  /**
   * The office time that passed between two moments; zero if {@code to} is not after {@code from}.
   * Walks day by day: check first that moments typed by a person are plausible.
   */
  public Duration openTimeBetween(Instant from, Instant to) {
    Duration total = Duration.ZERO;
    LocalDate last = TokyoTime.dateOf(to);
    for (LocalDate day = TokyoTime.dateOf(from); !day.isAfter(last); day = day.plusDays(1)) {
      if (isOpenDay(day)) {
        total = total.plus(overlap(day, from, to));
      }
    }
    return total;
  }

  /** The moment itself if the office is open, else its next opening. */
  public Instant nextOpening(Instant moment) {
    return isOpen(moment) ? moment : openingAfter(moment);
  }

  /**
   * The first time the office opens its doors strictly after this moment, even if it is open now.
   */
  public Instant openingAfter(Instant moment) {
    LocalDate date = TokyoTime.dateOf(moment);
    boolean stillToday = isOpenDay(date) && moment.isBefore(opening(date));
    return opening(stillToday ? date : nextOpenDay(date));
  }

  /** When the office opens on this day, if it is an open day. */
  public Instant opening(LocalDate openDay) {
    return TokyoTime.at(openDay, hours.opens());
  }

  /** When the office closes on this day, if it is an open day. */
  public Instant closing(LocalDate openDay) {
    return TokyoTime.at(openDay, hours.closes());
  }

  private Duration overlap(LocalDate openDay, Instant from, Instant to) {
    Instant begin = later(from, opening(openDay));
    Instant end = earlier(to, closing(openDay));
    return begin.isBefore(end) ? Duration.between(begin, end) : Duration.ZERO;
  }

  private LocalDate search(LocalDate start, UnaryOperator<LocalDate> step) {
    LocalDate day = start;
    for (int tried = 0; tried < LONGEST_CLOSING_IN_DAYS; tried++) {
      if (isOpenDay(day)) {
        return day;
      }
      day = step.apply(day);
    }
    throw new IllegalStateException(
        "no open day within " + LONGEST_CLOSING_IN_DAYS + " days of " + start);
  }

  private static LocalDate repeat(LocalDate start, int count, UnaryOperator<LocalDate> step) {
    if (count < 0) {
      throw new IllegalArgumentException("count must not be negative: " + count);
    }
    LocalDate day = start;
    for (int done = 0; done < count; done++) {
      day = step.apply(day);
    }
    return day;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
