package jp.tsunagu.scheduler.invitation;

import jp.tsunagu.scheduler.paper.NoticeOccasion;

/**
 * A calendar file. The same invitation gives the same bytes.
 *
 * @param method what the receiving calendar does with it
 * @param text UTF-8, lines of at most 75 octets that end in CR LF
 */
public record CalendarFile(Method method, String text) {

  /** iTIP methods (RFC 5546). */
  public enum Method {
    /** A meeting to enter, or to change where its UID is known and the sequence is higher. */
    REQUEST,
    /** A meeting to take out. */
    CANCEL
  }

  /** Invites, or changes an earlier invitation with a lower revision. */
  public static CalendarFile request(Invitation invitation) {
    return new CalendarFile(Method.REQUEST, CalendarText.of(invitation, Method.REQUEST));
  }

  /** Takes the meeting out; the revision is higher than that of the invitation. */
  public static CalendarFile cancel(Invitation invitation) {
    return new CalendarFile(Method.CANCEL, CalendarText.of(invitation, Method.CANCEL));
  }

  /** The file that fits the occasion of the notice. */
  public static CalendarFile of(Invitation invitation, NoticeOccasion occasion) {
    return switch (occasion) {
      case NoticeOccasion.Invited _, NoticeOccasion.Changed _ -> request(invitation);
      case NoticeOccasion.Cancelled _ -> cancel(invitation);
    };
  }
}
