package jp.tsunagu.scheduler.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.scheduler.invitation.CalendarFile;

/** Writes an order as MIME: alternatives of the text, then the files. */
final class MailWriter {

  private static final String UTF_8 = "UTF-8";
  private static final DateTimeFormatter MAIL_DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
          .withZone(TokyoTime.ZONE);

  private MailWriter() {}

  static MimeMessage write(MailOrder order, MailSettings settings, Session session)
      throws MessagingException {
    var message = new IdentifiedMessage(session, order.messageId());
    message.setFrom(address(settings.from(), settings.fromName()));
    message.setRecipient(
        Message.RecipientType.TO, address(order.addressee().address(), order.addressee().name()));
    message.setSubject(order.subject(), UTF_8);
    message.setHeader("Date", MAIL_DATE.format(order.writtenAt()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setContent(content(order));
    message.saveChanges();
    return message;
  }

  private static InternetAddress address(String address, String name) throws MessagingException {
    try {
      var strict = new InternetAddress(address, true);
      strict.setPersonal(name, UTF_8);
      if (!address.contains("@")) {
        throw new AddressException("an address needs an @");
      }
      return strict;
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException("every Java has UTF-8", impossible);
    }
  }

  private static MimeMultipart content(MailOrder order) throws MessagingException {
    var alternatives = new MimeMultipart("alternative");
    alternatives.addBodyPart(text(order.text(), "plain"));
    alternatives.addBodyPart(text(order.html(), "html"));
    alternatives.addBodyPart(offered(order.calendar()));
    var wrapped = new MimeBodyPart();
    wrapped.setContent(alternatives);
    return new MimeMultipart(
        "mixed",
        wrapped,
        file(order.pdf().name(), order.pdf().content(), "application/pdf"),
        file("invite.ics", bytes(order.calendar()), "application/ics"));
  }

  private static MimeBodyPart text(String text, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  /** By this part mail readers offer to enter the meeting (RFC 6047). */
  private static MimeBodyPart offered(CalendarFile calendar) throws MessagingException {
    return part(bytes(calendar), "text/calendar; charset=UTF-8; method=" + calendar.method());
  }

  private static MimeBodyPart file(String name, byte[] content, String type)
      throws MessagingException {
    MimeBodyPart part = part(content, type);
    part.setDisposition(Part.ATTACHMENT);
    part.setFileName(name);
    return part;
  }

  private static MimeBodyPart part(byte[] content, String type) throws MessagingException {
    var part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, type)));
    part.setHeader("Content-Type", type);
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  private static byte[] bytes(CalendarFile calendar) {
    return calendar.text().getBytes(StandardCharsets.UTF_8);
  }

  /** A message that keeps the id it was given. */
  private static final class IdentifiedMessage extends MimeMessage {

    private final MessageId id;

    IdentifiedMessage(Session session, MessageId id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + ">");
    }
  }
}
