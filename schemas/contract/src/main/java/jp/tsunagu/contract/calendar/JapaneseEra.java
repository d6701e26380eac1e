package jp.tsunagu.contract.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * The eras (元号) since the solar calendar came into force on 1 January 1873 (明治6年). On the days on
 * which 大正 and 昭和 began, the old era is right as well, because those changes took effect during the
 * day.
 */
public enum JapaneseEra {
  /** 明治, counted from 1868, used here from its sixth year on. */
  MEIJI("明治", 'M', LocalDate.of(1873, 1, 1), LocalDate.of(1912, 7, 30), 1868),
  /** 大正. */
  TAISHO("大正", 'T', LocalDate.of(1912, 7, 30), LocalDate.of(1926, 12, 25), 1912),
  /** 昭和. */
  SHOWA("昭和", 'S', LocalDate.of(1926, 12, 25), LocalDate.of(1989, 1, 7), 1926),
  /** 平成. */
  HEISEI("平成", 'H', LocalDate.of(1989, 1, 8), LocalDate.of(2019, 4, 30), 1989),
  /** 令和, which has no last day yet. */
  REIWA("令和", 'R', LocalDate.of(2019, 5, 1), LocalDate.MAX, 2019);

  private final String label;
  private final char letter;
  private final LocalDate firstDay;
  private final LocalDate lastDay;
  private final int firstYear;

  JapaneseEra(String label, char letter, LocalDate firstDay, LocalDate lastDay, int firstYear) {
    this.label = label;
    this.letter = letter;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
    this.firstYear = firstYear;
  }

  /** The era in which a day is written; empty before 1873. */
  public static Optional<JapaneseEra> of(LocalDate date) {
    return Arrays.stream(values())
        .filter(era -> !date.isBefore(era.firstDay))
        .reduce((_, later) -> later);
  }

  /** The year of this era in which the day lies; 1 is 元年. */
  public int yearOf(LocalDate date) {
    return date.getYear() - firstYear + 1;
  }

  /** Finds an era by 昭和, 昭, S or s. */
  public static Optional<JapaneseEra> named(String written) {
    return Arrays.stream(values())
        .filter(
            era ->
                written.equals(era.label)
                    || written.equals(era.label.substring(0, 1))
                    || written.equalsIgnoreCase(String.valueOf(era.letter)))
        .findFirst();
  }

  /** The name in two characters, such as 令和. */
  public String label() {
    return label;
  }

  /** The western year of a year of this era; 1 is 元年. */
  int westernYear(int eraYear) {
    return firstYear + eraYear - 1;
  }

  /** The year as written, such as 令和8年 or 令和元年. */
  String yearLabel(int westernYear) {
    int eraYear = westernYear - firstYear + 1;
    return label + (eraYear == 1 ? "元" : eraYear) + "年";
  }

  /** Whether any day of the western year may be written in this era. */
  boolean reaches(int westernYear) {
    return firstDay.getYear() <= westernYear && westernYear <= lastDay.getYear();
  }

  boolean contains(LocalDate date) {
    return !date.isBefore(firstDay) && !date.isAfter(lastDay);
  }
}
