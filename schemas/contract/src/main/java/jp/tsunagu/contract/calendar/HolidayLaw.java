package jp.tsunagu.contract.calendar;

import static java.time.Month.APRIL;
import static java.time.Month.AUGUST;
import static java.time.Month.DECEMBER;
import static java.time.Month.FEBRUARY;
import static java.time.Month.JANUARY;
import static java.time.Month.JULY;
import static java.time.Month.JUNE;
import static java.time.Month.MAY;
import static java.time.Month.NOVEMBER;
import static java.time.Month.OCTOBER;
import static java.time.Month.SEPTEMBER;
import static jp.tsunagu.contract.calendar.HolidayRule.NO_END;
import static jp.tsunagu.contract.calendar.HolidayRule.fixed;
import static jp.tsunagu.contract.calendar.HolidayRule.monday;
import static jp.tsunagu.contract.calendar.HolidayRule.once;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Act on National Holidays (国民の祝日に関する法律) since 1948 with its amendments, the Olympic moves of
 * 2020 and 2021 and the single days set by special acts.
 */
final class HolidayLaw {

  static final String SUBSTITUTE = "振替休日";
  static final String SANDWICHED = "国民の休日";

  private static final LocalDate SUBSTITUTES_SINCE = LocalDate.of(1973, 4, 12);
  private static final LocalDate SANDWICHED_SINCE = LocalDate.of(1985, 12, 27);

  private static final List<HolidayRule> RULES =
      List.of(
          fixed("元日", 1949, NO_END, JANUARY, 1),
          fixed("成人の日", 1949, 1999, JANUARY, 15),
          monday("成人の日", 2000, NO_END, JANUARY, 2),
          fixed("建国記念の日", 1967, NO_END, FEBRUARY, 11),
          fixed("天皇誕生日", 1949, 1988, APRIL, 29),
          fixed("天皇誕生日", 1989, 2018, DECEMBER, 23),
          fixed("天皇誕生日", 2020, NO_END, FEBRUARY, 23),
          new HolidayRule("春分の日", 1949, NO_END, Equinox::spring),
          fixed("みどりの日", 1989, 2006, APRIL, 29),
          fixed("みどりの日", 2007, NO_END, MAY, 4),
          fixed("昭和の日", 2007, NO_END, APRIL, 29),
          fixed("憲法記念日", 1949, NO_END, MAY, 3),
          fixed("こどもの日", 1949, NO_END, MAY, 5),
          fixed("海の日", 1996, 2002, JULY, 20),
          monday("海の日", 2003, 2019, JULY, 3),
          once("海の日", 2020, JULY, 23),
          once("海の日", 2021, JULY, 22),
          monday("海の日", 2022, NO_END, JULY, 3),
          fixed("山の日", 2016, 2019, AUGUST, 11),
          once("山の日", 2020, AUGUST, 10),
          once("山の日", 2021, AUGUST, 8),
          fixed("山の日", 2022, NO_END, AUGUST, 11),
          fixed("敬老の日", 1966, 2002, SEPTEMBER, 15),
          monday("敬老の日", 2003, NO_END, SEPTEMBER, 3),
          new HolidayRule("秋分の日", 1948, NO_END, Equinox::autumn),
          fixed("体育の日", 1966, 1999, OCTOBER, 10),
          monday("体育の日", 2000, 2019, OCTOBER, 2),
          once("スポーツの日", 2020, JULY, 24),
          once("スポーツの日", 2021, JULY, 23),
          monday("スポーツの日", 2022, NO_END, OCTOBER, 2),
          fixed("文化の日", 1948, NO_END, NOVEMBER, 3),
          fixed("勤労感謝の日", 1948, NO_END, NOVEMBER, 23),
          once("皇太子明仁親王の結婚の儀", 1959, APRIL, 10),
          once("昭和天皇の大喪の礼", 1989, FEBRUARY, 24),
          once("即位礼正殿の儀", 1990, NOVEMBER, 12),
          once("皇太子徳仁親王の結婚の儀", 1993, JUNE, 9),
          once("天皇の即位の日", 2019, MAY, 1),
          once("即位礼正殿の儀の行われる日", 2019, OCTOBER, 22));

  private HolidayLaw() {}

  /** Every holiday of the year with its name, in order. */
  static SortedMap<LocalDate, String> holidaysOf(int year) {
    TreeMap<LocalDate, String> named = new TreeMap<>();
    RULES.stream()
        .filter(rule -> rule.isInForce(year))
        .forEach(rule -> named.put(rule.dayIn().apply(year), rule.name()));
    TreeMap<LocalDate, String> all = new TreeMap<>(named);
    addSubstitutes(named, all);
    addSandwiched(named, all);
    return all;
  }

  /**
   * Article 3 (2): a holiday on a Sunday moves its rest to the next day that is no holiday (振替休日).
   */
  private static void addSubstitutes(
      SortedMap<LocalDate, String> named, SortedMap<LocalDate, String> all) {
    for (LocalDate holiday : named.tailMap(SUBSTITUTES_SINCE).keySet()) {
      if (holiday.getDayOfWeek() == DayOfWeek.SUNDAY) {
        LocalDate rest = holiday.plusDays(1);
        while (named.containsKey(rest)) {
          rest = rest.plusDays(1);
        }
        all.put(rest, SUBSTITUTE);
      }
    }
  }

  /** Article 3 (3): a day between two holidays is a day of rest too (国民の休日). */
  private static void addSandwiched(
      SortedMap<LocalDate, String> named, SortedMap<LocalDate, String> all) {
    for (LocalDate holiday : named.tailMap(SANDWICHED_SINCE).keySet()) {
      LocalDate between = holiday.plusDays(1);
      if (named.containsKey(holiday.plusDays(2)) && between.getDayOfWeek() != DayOfWeek.SUNDAY) {
        all.putIfAbsent(between, SANDWICHED);
      }
    }
  }
}
