package jp.tsunagu.contract.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * The one time zone of the network: every day, deadline and fiscal year is counted in Asia/Tokyo.
 */
public final class TokyoTime {

  /** Asia/Tokyo, which has had no summer time since 1952. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZONE);

  private TokyoTime() {}

  /** As programs are told it: {@code 2026-11-21T10:30:00+09:00}. */
  public static String written(Instant moment) {
    return WITH_OFFSET.format(moment);
  }

  /** The calendar day in Tokyo on which the moment falls. */
  public static LocalDate dateOf(Instant moment) {
    return LocalDate.ofInstant(moment, ZONE);
  }

  /** The moment at which a clock in Tokyo shows this day and time. */
  public static Instant at(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(ZONE).toInstant();
  }
}
