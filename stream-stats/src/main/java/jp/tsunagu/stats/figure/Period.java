package jp.tsunagu.stats.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
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

    /** Its own, because whole hours fall together in that of the time. */
    @Override
    public int hashCode() {
      return 31 * start.toLocalDate().hashCode() + start.getHour();
    }
  }

  /** One day in Tokyo. */
  record Day(LocalDate date) implements Period {
    @Override
    public String code() {
      return "day-" + date;
    }
  }

  /** One month of the calendar in Tokyo. */
  record Month(YearMonth month) implements Period {
    @Override
    public String code() {
      return "month-" + month;
    }

    /** Its own, because the months of a year fall together in that of the library. */
    @Override
    public int hashCode() {
      return 31 * month.getYear() + month.getMonthValue();
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

  /** The month in which the day lies. */
  static Month monthOf(Day day) {
    return new Month(YearMonth.of(day.date().getYear(), day.date().getMonthValue()));
  }

  /** Reads a code. */
  static Period of(String code) {
    int dash = code.indexOf('-');
    String rest = code.substring(dash + 1);
    return switch (dash < 0 ? code : code.substring(0, dash)) {
      case "now" -> new Now();
      case "hour" -> new Hour(LocalDateTime.parse(rest));
      case "day" -> new Day(LocalDate.parse(rest));
      case "month" -> new Month(YearMonth.parse(rest));
      default -> throw new IllegalArgumentException("no period is called so");
    };
  }
}
