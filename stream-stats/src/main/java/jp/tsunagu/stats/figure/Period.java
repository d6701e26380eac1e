package jp.tsunagu.stats.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import jp.tsunagu.contract.calendar.TokyoTime;

/** When a figure is about, in Asia/Tokyo; codes of one kind sort by time. */
public sealed interface Period {

  /** As it stands in keys; holds no slash. */
  String code();

  /** As things stand. */
  record Now() implements Period {
    @Override
    public String code() {
      return "now";
    }
  }

  /** One hour of a clock in Tokyo. */
  record Hour(LocalDateTime start) implements Period {
    @Override
    public String code() {
      return "hour-" + start;
    }
  }

  /** One day in Tokyo. */
  record Day(LocalDate date) implements Period {
    @Override
    public String code() {
      return "day-" + date;
    }
  }

  /** The hour in which the moment lies. */
  static Hour hourOf(Instant moment) {
    return new Hour(LocalDateTime.ofInstant(moment, TokyoTime.ZONE).truncatedTo(ChronoUnit.HOURS));
  }

  /** The day on which the moment lies. */
  static Day dayOf(Instant moment) {
    return new Day(TokyoTime.dateOf(moment));
  }

  /** Reads a code. */
  static Period of(String code) {
    if (code.equals("now")) {
      return new Now();
    }
    return code.startsWith("hour-")
        ? new Hour(LocalDateTime.parse(code.substring("hour-".length())))
        : new Day(LocalDate.parse(code.substring("day-".length())));
  }
}
