package jp.tsunagu.scheduler.web;

import java.time.Instant;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.runtime.page.Cursor;
import jp.tsunagu.scheduler.meeting.Meeting;

/** The lists that have pages, each with its order; a cursor of one is no good for another. */
final class Lists {

  static final char MEETINGS = 'm';
  static final char CARRIED = 'k';
  static final char REPORTS = 'o';
  static final char PROPOSALS = 'p';
  static final char REFUSALS = 'x';
  static final char NOTICES = 'n';
  static final char LETTERS = 'l';
  static final char PROGRESS = 'g';

  private Lists() {}

  /** By start; meetings without one come last. */
  static Cursor place(Meeting meeting) {
    Instant startsAt = meeting.startsAt();
    long time = startsAt == null ? Long.MAX_VALUE : startsAt.toEpochMilli();
    return new Cursor(MEETINGS, 0, time, meeting.id().value());
  }

  /** By meeting, and then by item. */
  static Cursor place(char list, MeetingId meeting, ItemRef item) {
    return Cursor.after(list, meeting + " " + item.caseId() + " " + item.requestId());
  }

  /** The oldest first. */
  static Cursor oldestFirst(char list, Instant time, Object id) {
    return new Cursor(list, 0, time.toEpochMilli(), id.toString());
  }

  /** The newest first. */
  static Cursor newestFirst(char list, Instant time, Object id) {
    return new Cursor(list, 0, -time.toEpochMilli(), id.toString());
  }
}
