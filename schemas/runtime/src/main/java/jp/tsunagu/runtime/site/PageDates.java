package jp.tsunagu.runtime.site;

import java.time.Instant;
import java.time.LocalDate;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.wording.DateWords;
import jp.tsunagu.contract.wording.DurationWords;

/**
 * Days and times as a page shows them at one moment. A template asks for it as {@code dates}; the
 * fragments of {@code site/parts} put the western year beside them.
 */
public final class PageDates {

  private final Instant now;

  /** As at this moment. */
  public PageDates(Instant now) {
    this.now = now;
  }

  /** Such as {@code 12/8(火)}; with its year where that is another one. */
  public String day(LocalDate day) {
    return DateWords.dayNear(day, TokyoTime.dateOf(now));
  }

  /** The day of a moment in the same way. */
  public String day(Instant moment) {
    return day(TokyoTime.dateOf(moment));
  }

  /** The same with the time; of today the time alone. */
  public String moment(Instant moment) {
    return DateWords.momentNear(moment, TokyoTime.dateOf(now));
  }

  /** Such as 10:42. */
  public String time(Instant moment) {
    return DateWords.timeOf(moment);
  }

  /** In full, with the western year. */
  public String full(Instant moment) {
    return DateWords.moment(moment);
  }

  /** In full, with the western year. */
  public String full(LocalDate day) {
    return DateWords.day(day);
  }

  /** Such as {@code あと 2日3時間} or {@code 3日 遅れ}. */
  public String until(Instant moment) {
    return DurationWords.until(now, moment);
  }

  /** Whether it is over. */
  public boolean isOver(Instant moment) {
    return moment.isBefore(now);
  }
}
