package jp.tsunagu.scheduler.paper.rendering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.NoticeEnd;
import jp.tsunagu.contract.wording.DateWords;
import jp.tsunagu.scheduler.paper.Edition;
import jp.tsunagu.scheduler.paper.NoticeOccasion.Cancelled;
import jp.tsunagu.scheduler.paper.NoticeOccasion.Changed;
import jp.tsunagu.scheduler.paper.NoticePaper;
import jp.tsunagu.scheduler.paper.Schedule;
import jp.tsunagu.scheduler.paper.Session;
import org.jspecify.annotations.Nullable;

/** How days, times and lists are written on paper; the templates call it {@code words}. */
public final class PaperWords {

  /** Words have no settings. */
  public PaperWords() {}

  /** Such as 令和8年(2026年)10月13日(火). */
  public String day(LocalDate date) {
    return DateWords.day(date);
  }

  /** Such as 令和8年10月13日(火), for narrow columns. */
  public String shortDay(LocalDate date) {
    return DateWords.shortDay(date);
  }

  /** Such as 令和8年(2026年)10月6日(火) 17:15. */
  public String moment(Instant moment) {
    return DateWords.moment(moment);
  }

  /** The day of a moment, such as 令和8年(2026年)9月29日(火). */
  public String dayOf(Instant moment) {
    return DateWords.dayOf(moment);
  }

  /** Such as 第1版 令和8年(2026年)9月29日(火)発行; a draft says that it is one. */
  public String edition(Edition edition) {
    Instant printedAt = edition.printedAt();
    String printed = printedAt == null ? "" : dayOf(printedAt);
    if (edition.isDraft()) {
      return "案(未発行) " + printed + "現在";
    }
    String issued = "第%d版 %s発行".formatted(edition.revision(), dayOf(edition.moment()));
    return printedAt == null ? issued : issued + "・" + printed + "印刷";
  }

  /** Such as 15:00〜16:00. */
  public String span(LocalTime begins, LocalTime ends) {
    return DateWords.span(begins, ends);
  }

  /** Such as 15:00〜16:00. */
  public String span(LocalTime begins, int minutes) {
    return span(begins, begins.plusMinutes(minutes));
  }

  /** Such as 令和8年(2026年)10月13日(火) 15:00〜17:15. */
  public String when(Schedule schedule) {
    return day(schedule.date()) + " " + span(schedule.begins(), schedule.ends());
  }

  /** Names one after the other, with 、 between them. */
  public String names(List<String> names) {
    return String.join("、", names);
  }

  /** What the notice before a notice of change said; none for other notices. */
  public @Nullable Schedule before(NoticePaper notice) {
    return notice.occasion() instanceof Changed(Schedule before) ? before : null;
  }

  /** Whether the notice takes an earlier one back. */
  public boolean isCancelled(NoticePaper notice) {
    return notice.occasion() instanceof Cancelled;
  }

  /** Why the notice is taken back; empty if it is not. */
  public String cancellation(NoticePaper notice) {
    return notice.occasion() instanceof Cancelled(NoticeEnd reason) ? reason.label() : "";
  }

  /** Whether members are bound to secrecy and papers are collected: in a 支援会議. */
  public boolean bindsToSecrecy(Session session) {
    return session.conference() == ConferenceKind.SUPPORT_CONFERENCE;
  }
}
