package jp.tsunagu.contract.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Public holidays of Japan (国民の祝日・休日) with their Japanese names.
 *
 * <p>Calculated from the Act on National Holidays (国民の祝日に関する法律) for every year since 1948; earlier
 * years have none. Future equinoxes are an approximation and the law may change: a year contained
 * in a {@link HolidayFile} replaces the calculated year completely. Immutable to its users and safe
 * for concurrent use.
 */
public final class JapaneseHolidays {

  private final Map<Year, SortedMap<LocalDate, String>> replacedYears;
  private final Map<Year, SortedMap<LocalDate, String>> calculatedYears = new ConcurrentHashMap<>();

  private JapaneseHolidays(Map<Year, SortedMap<LocalDate, String>> replacedYears) {
    this.replacedYears = Map.copyOf(replacedYears);
  }

  /** The holidays as the law gives them, without a file. */
  public static JapaneseHolidays calculated() {
    return new JapaneseHolidays(Map.of());
  }

  /** The same holidays, except that every year of the file is taken from the file alone. */
  public JapaneseHolidays replacedBy(HolidayFile.Usable file) {
    Map<Year, SortedMap<LocalDate, String>> years = new TreeMap<>(replacedYears);
    years.putAll(file.years());
    return new JapaneseHolidays(years);
  }

  /**
   * The name of the holiday on this day; empty on any other day, Saturdays and Sundays included.
   */
  public Optional<String> nameOf(LocalDate date) {
    return Optional.ofNullable(of(Year.from(date)).get(date));
  }

  /** Whether this day is a public holiday; a mere Saturday or Sunday is none. */
  public boolean isHoliday(LocalDate date) {
    return nameOf(date).isPresent();
  }

  /** All holidays of the year in order, unmodifiable. */
  public SortedMap<LocalDate, String> of(Year year) {
    SortedMap<LocalDate, String> replaced = replacedYears.get(year);
    return replaced != null
        ? replaced
        : calculatedYears.computeIfAbsent(year, JapaneseHolidays::calculate);
  }

  private static SortedMap<LocalDate, String> calculate(Year year) {
    return Collections.unmodifiableSortedMap(HolidayLaw.holidaysOf(year.getValue()));
  }
}
