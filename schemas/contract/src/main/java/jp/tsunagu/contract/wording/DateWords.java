package jp.tsunagu.contract.wording;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.calendar.Wareki;

/**
 * Days and times as people read them, Asia/Tokyo: days in 和暦 with their weekday, the western year
 * beside it where there is room.
 */
public final class DateWords {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

  private DateWords() {}

  /** Such as 令和8年(2026年)10月13日(火). */
  public static String day(LocalDate date) {
    return Wareki.formatWithWesternYear(date) + weekday(date);
  }

  /** The day of a moment, such as 令和8年(2026年)10月13日(火). */
  public static String dayOf(Instant moment) {
    return day(TokyoTime.dateOf(moment));
  }

  /** Such as 令和8年10月13日(火), where a line is short. */
  public static String shortDay(LocalDate date) {
    return Wareki.format(date) + weekday(date);
  }

  /** Such as 令和8年(2026年)10月13日(火) 15:00. */
  public static String moment(Instant moment) {
    LocalDateTime inTokyo = LocalDateTime.ofInstant(moment, TokyoTime.ZONE);
    return day(inTokyo.toLocalDate()) + " " + time(inTokyo.toLocalTime());
  }

  /** Such as 令和8年10月13日(火) 15:00, where a line is short. */
  public static String shortMoment(Instant moment) {
    LocalDateTime inTokyo = LocalDateTime.ofInstant(moment, TokyoTime.ZONE);
    return shortDay(inTokyo.toLocalDate()) + " " + time(inTokyo.toLocalTime());
  }

  /** Such as 12/8(火) in the year of today, else 令和9年1月26日(火): for lists on a screen. */
  public static String dayNear(LocalDate date, LocalDate today) {
    return date.getYear() == today.getYear()
        ? date.getMonthValue() + "/" + date.getDayOfMonth() + weekday(date)
        : shortDay(date);
  }

  /** The same with the time, such as 12/8(火) 9:00; of today the time alone. */
  public static String momentNear(Instant moment, LocalDate today) {
    LocalDate date = TokyoTime.dateOf(moment);
    return date.equals(today) ? timeOf(moment) : dayNear(date, today) + " " + timeOf(moment);
  }

  /** The time of a moment, such as 9:00. */
  public static String timeOf(Instant moment) {
    return time(LocalDateTime.ofInstant(moment, TokyoTime.ZONE).toLocalTime());
  }

  /** Such as 9:00. */
  public static String time(LocalTime time) {
    return CLOCK.format(time);
  }

  /** Such as 15:00〜16:00. */
  public static String span(LocalTime begins, LocalTime ends) {
    return time(begins) + "〜" + time(ends);
  }

  private static String weekday(LocalDate date) {
    return "(" + date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.JAPANESE) + ")";
  }
}
