package jp.tsunagu.runtime.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import jp.tsunagu.contract.wording.DateWords;

/**
 * How days, times and lists are written on paper; templates call it {@code words}. A service whose
 * papers have more to say adds its own words to these.
 */
public class PaperWords {

  /** Words have no settings. */
  public PaperWords() {}

  /** Such as 令和8年(2026年)10月13日(火). */
  public final String day(LocalDate date) {
    return DateWords.day(date);
  }

  /** Such as 令和8年10月13日(火), for narrow columns. */
  public final String shortDay(LocalDate date) {
    return DateWords.shortDay(date);
  }

  /** Such as 令和8年(2026年)10月6日(火) 17:15. */
  public final String moment(Instant moment) {
    return DateWords.moment(moment);
  }

  /** The day of a moment, such as 令和8年(2026年)9月29日(火). */
  public final String dayOf(Instant moment) {
    return DateWords.dayOf(moment);
  }

  /** Such as 15:00〜16:00. */
  public final String span(LocalTime begins, LocalTime ends) {
    return DateWords.span(begins, ends);
  }

  /** Such as 15:00〜16:00. */
  public final String span(LocalTime begins, int minutes) {
    return span(begins, begins.plusMinutes(minutes));
  }

  /** Names one after the other, with 、 between them. */
  public final String names(List<String> names) {
    return String.join("、", names);
  }
}
