package jp.tsunagu.scheduler.mail;

import java.time.Instant;
import jp.tsunagu.scheduler.invitation.CalendarFile;

/**
 * One mail to one addressee.
 *
 * @param subject one line
 * @param text the plain part
 * @param html the same as a page, shown where a mail reader prefers it
 * @param pdf attached
 * @param calendar attached, and a part of its own by which mail readers offer to enter the meeting
 * @param writtenAt the date of the mail
 */
public record MailOrder(
    MessageId messageId,
    MailAddressee addressee,
    String subject,
    String text,
    String html,
    Attachment pdf,
    CalendarFile calendar,
    Instant writtenAt) {

  public MailOrder {
    if (subject.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a subject is one line");
    }
  }

  /** Without content, so that it is in no log line. */
  @Override
  public String toString() {
    return "MailOrder[" + messageId + "]";
  }

  /**
   * A file.
   *
   * @param name such as 開催通知.pdf
   * @param content not copied; nobody changes it
   */
  public record Attachment(String name, byte[] content) {}
}
