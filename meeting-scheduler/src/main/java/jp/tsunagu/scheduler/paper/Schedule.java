package jp.tsunagu.scheduler.paper;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When and where a meeting is (日時・会場); times of one day in Asia/Tokyo.
 *
 * @param ends after {@code begins}
 * @param room as the city's configuration writes it
 */
public record Schedule(LocalDate date, LocalTime begins, LocalTime ends, String room) {

  public Schedule {
    if (!ends.isAfter(begins)) {
      throw new IllegalArgumentException("a meeting ends after it begins");
    }
  }
}
