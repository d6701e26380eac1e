package jp.tsunagu.contract.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;

/**
 * A fiscal year (年度): 1 April to 31 March, in Asia/Tokyo.
 *
 * @param startYear the western year of its 1 April
 */
public record FiscalYear(int startYear) implements Comparable<FiscalYear> {

  /** The fiscal year running at this moment in Tokyo. */
  public static FiscalYear of(Instant moment) {
    return of(TokyoTime.dateOf(moment));
  }

  /** The fiscal year this day belongs to. */
  public static FiscalYear of(LocalDate date) {
    boolean begun = date.getMonthValue() >= Month.APRIL.getValue();
    return new FiscalYear(begun ? date.getYear() : date.getYear() - 1);
  }

  /** Its 1 April. */
  public LocalDate first() {
    return LocalDate.of(startYear, Month.APRIL, 1);
  }

  /** Its first moment: midnight in Tokyo. */
  public Instant begins() {
    return first().atStartOfDay(TokyoTime.ZONE).toInstant();
  }

  /** Its 31 March, included. */
  public LocalDate last() {
    return LocalDate.of(startYear + 1, Month.MARCH, 31);
  }

  /** Whether the day belongs to this fiscal year. */
  public boolean contains(LocalDate date) {
    return of(date).equals(this);
  }

  /** Whether the moment, seen in Tokyo, belongs to this fiscal year. */
  public boolean contains(Instant moment) {
    return of(moment).equals(this);
  }

  /** The fiscal year before. */
  public FiscalYear previous() {
    return new FiscalYear(startYear - 1);
  }

  /** The fiscal year after. */
  public FiscalYear next() {
    return new FiscalYear(startYear + 1);
  }

  /**
   * The name in Japanese, such as 令和8年度. A year in which the era changed carries the era of its
   * middle: 2019 is 令和元年度 as a whole (関係省庁連絡会議申合せ of 2 April 2019), 1988 stays 昭和63年度. Before 1873
   * the western year.
   */
  public String label() {
    LocalDate middle = LocalDate.of(startYear, Month.SEPTEMBER, 30);
    return JapaneseEra.of(middle).map(era -> era.yearLabel(startYear)).orElse(startYear + "年")
        + "度";
  }

  @Override
  public int compareTo(FiscalYear other) {
    return Integer.compare(startYear, other.startYear);
  }
}
