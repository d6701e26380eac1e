package jp.tsunagu.scheduler.paper.rendering;

import java.time.Instant;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.NoticeEnd;
import jp.tsunagu.runtime.paper.PaperWords;
import jp.tsunagu.scheduler.paper.Edition;
import jp.tsunagu.scheduler.paper.NoticeOccasion.Cancelled;
import jp.tsunagu.scheduler.paper.NoticeOccasion.Changed;
import jp.tsunagu.scheduler.paper.NoticePaper;
import jp.tsunagu.scheduler.paper.Schedule;
import jp.tsunagu.scheduler.paper.Session;
import org.jspecify.annotations.Nullable;

/** What papers about meetings say beside days, times and lists. */
public final class MeetingWords extends PaperWords {

  /** Words have no settings. */
  public MeetingWords() {}

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

  /** Such as 令和8年(2026年)10月13日(火) 15:00〜17:15. */
  public String when(Schedule schedule) {
    return day(schedule.date()) + " " + span(schedule.begins(), schedule.ends());
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
