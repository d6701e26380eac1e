package jp.tsunagu.contract.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The one time zone of the network: every day, deadline and fiscal year is counted in Asia/Tokyo.
 */
public final class TokyoTime {

  /** Asia/Tokyo, which has had no summer time since 1952. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private TokyoTime() {}

  /** The calendar day in Tokyo on which the moment falls. */
  public static LocalDate dateOf(Instant moment) {
    return LocalDate.ofInstant(moment, ZONE);
  }

  /** The moment at which a clock in Tokyo shows this day and time. */
  public static Instant at(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(ZONE).toInstant();
  }
}
