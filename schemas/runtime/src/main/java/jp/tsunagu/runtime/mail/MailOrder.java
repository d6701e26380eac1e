package jp.tsunagu.runtime.mail;

import java.time.Instant;
import java.util.List;

/**
 * One mail to one addressee.
 *
 * @param subject one line
 * @param text the plain part
 * @param alternatives the same in other forms; a mail reader shows the last that it can
 * @param attachments files
 * @param writtenAt the date of the mail
 */
public record MailOrder(
    MessageId messageId,
    MailAddressee addressee,
    String subject,
    String text,
    List<Alternative> alternatives,
    List<Attachment> attachments,
    Instant writtenAt) {

  public MailOrder {
    if (subject.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a subject is one line");
    }
    alternatives = List.copyOf(alternatives);
    attachments = List.copyOf(attachments);
  }

  /** A mail of a text alone. */
  public static MailOrder ofText(
      MessageId messageId,
      MailAddressee addressee,
      String subject,
      String text,
      Instant writtenAt) {
    return new MailOrder(messageId, addressee, subject, text, List.of(), List.of(), writtenAt);
  }

  /** The same as another mail: with an id and a subject of its own. */
  public MailOrder as(MessageId otherId, String otherSubject) {
    return new MailOrder(
        otherId, addressee, otherSubject, text, alternatives, attachments, writtenAt);
  }

  /** Without content, so that it is in no log line. */
  @Override
  public String toString() {
    return "MailOrder[" + messageId + "]";
  }

  /**
   * The text in another form.
   *
   * @param type its MIME type without a character set, such as text/html
   */
  public record Alternative(String type, String text) {}

  /**
   * A file.
   *
   * @param name such as 開催通知.pdf
   * @param type its MIME type
   * @param content not copied; nobody changes it
   */
  public record Attachment(String name, String type, byte[] content) {}
}
