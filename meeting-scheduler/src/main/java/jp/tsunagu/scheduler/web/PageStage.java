package jp.tsunagu.scheduler.web;

import java.util.List;
import jp.tsunagu.contract.meeting.MeetingEvent.ConferenceHeld;
import jp.tsunagu.scheduler.meeting.Meeting;

/** How far a meeting got, as whoever prepares it follows it on a page. */
enum PageStage {
  OPEN("受付中"),
  DRAFT("次第案"),
  ANNOUNCED("通知済み"),
  TAKEN_PLACE("開催"),
  RECORDED("記録済み"),
  NOTHING_ASKED("開催なし"),
  CANCELLED("中止");

  /** The way of a meeting that is held. */
  static final List<PageStage> WAY = List.of(OPEN, DRAFT, ANNOUNCED, TAKEN_PLACE, RECORDED);

  private final String label;

  PageStage(String label) {
    this.label = label;
  }

  static PageStage of(Meeting meeting) {
    return switch (meeting.stage()) {
      case OPEN -> OPEN;
      case DRAFTED -> DRAFT;
      case PUBLISHED -> ANNOUNCED;
      case NOTHING_ASKED -> NOTHING_ASKED;
      case CANCELLED -> CANCELLED;
      case HELD -> isRecorded(meeting) ? RECORDED : TAKEN_PLACE;
    };
  }

  /** Decided about everything, with the minutes complete. */
  private static boolean isRecorded(Meeting meeting) {
    ConferenceHeld held = meeting.held();
    return meeting.outcome().minutesComplete()
        && held != null
        && meeting.outcome().settled().keySet().containsAll(held.items());
  }

  /** What a person reads. */
  public String label() {
    return label;
  }

  /** Whether a meeting that got so far has this behind it, or is there. */
  boolean isReachedBy(PageStage other) {
    return WAY.contains(other) && WAY.indexOf(other) >= WAY.indexOf(this);
  }
}
