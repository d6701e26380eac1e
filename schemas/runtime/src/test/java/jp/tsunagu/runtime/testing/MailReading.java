package jp.tsunagu.runtime.testing;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a mail back that a test's server has received. */
public final class MailReading {

  private MailReading() {}

  /** Its Message-ID with its angle brackets. */
  public static String id(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (MessagingException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /** Its text in every form, the plain one first, then its files. */
  public static List<BodyPart> parts(MimeMessage mail) throws MessagingException, IOException {
    return leaves(mail.getContent());
  }

  /** Its plain text. */
  public static String text(MimeMessage mail) throws MessagingException, IOException {
    return text(parts(mail).getFirst()).replace("\r\n", "\n");
  }

  /** What a part says. */
  public static String text(BodyPart part) throws MessagingException, IOException {
    return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** The MIME types of these, without parameters. */
  public static List<String> types(List<BodyPart> parts) throws MessagingException {
    List<String> types = new ArrayList<>();
    for (BodyPart part : parts) {
      types.add(part.getContentType().split(";", 2)[0].toLowerCase(Locale.ROOT));
    }
    return types;
  }

  private static List<BodyPart> leaves(Object content) throws MessagingException, IOException {
    List<BodyPart> leaves = new ArrayList<>();
    Multipart parts = (Multipart) content;
    for (int at = 0; at < parts.getCount(); at++) {
      BodyPart part = parts.getBodyPart(at);
      if (part.getContent() instanceof Multipart inner) {
        leaves.addAll(leaves(inner));
      } else {
        leaves.add(part);
      }
    }
    return leaves;
  }
}
