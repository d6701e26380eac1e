package jp.tsunagu.runtime.mail;

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
import jp.tsunagu.runtime.mail.MailOrder.Alternative;
import jp.tsunagu.runtime.mail.MailOrder.Attachment;

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
    alternatives.addBodyPart(part(bytes(order.text()), "text/plain; charset=UTF-8"));
    for (Alternative alternative : order.alternatives()) {
      alternatives.addBodyPart(part(bytes(alternative.text()), withCharset(alternative.type())));
    }
    var wrapped = new MimeBodyPart();
    wrapped.setContent(alternatives);
    var content = new MimeMultipart("mixed", wrapped);
    for (Attachment attachment : order.attachments()) {
      content.addBodyPart(file(attachment));
    }
    return content;
  }

  /** Before other parameters, where old mail readers look for it. */
  private static String withCharset(String type) {
    String[] parts = type.split(";", 2);
    String charset = parts[0] + "; charset=UTF-8";
    return parts.length == 1 ? charset : charset + ";" + parts[1];
  }

  private static MimeBodyPart file(Attachment attachment) throws MessagingException {
    MimeBodyPart part = part(attachment.content(), attachment.type());
    part.setDisposition(Part.ATTACHMENT);
    part.setFileName(attachment.name());
    return part;
  }

  private static MimeBodyPart part(byte[] content, String type) throws MessagingException {
    var part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, type)));
    part.setHeader("Content-Type", type);
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
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
