package jp.tsunagu.runtime.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import jp.tsunagu.runtime.mail.MailOutcome.Sent;
import jp.tsunagu.runtime.mail.MailSettings.Credentials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands mails to the city's mail server, each over a connection of its own. Blocks for at most a
 * few times the configured timeout; may be called from any thread. Whatever the server or the
 * network does becomes a {@link MailOutcome}.
 */
public final class Mailer {

  private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);

  private final MailSettings settings;
  private final Session session;

  /** A mailer for this server; connects only when something is sent. */
  public Mailer(MailSettings settings) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings));
  }

  /** Tries once. */
  public MailOutcome send(MailOrder order) {
    MailOutcome outcome = attempt(order);
    LOG.info("mail {}: {}", order.messageId(), MailFailures.code(outcome));
    return outcome;
  }

  /** What stands in the way to the server now; nothing is sent. */
  public Optional<MailOutcome.Obstacle> obstacle() {
    try {
      Transport transport = session.getTransport();
      try {
        connect(transport);
      } finally {
        hangUp(transport);
      }
      return Optional.empty();
    } catch (AuthenticationFailedException _) {
      return Optional.of(MailOutcome.Obstacle.LOGIN_REFUSED);
    } catch (MessagingException _) {
      return Optional.of(MailOutcome.Obstacle.NO_CONNECTION);
    }
  }

  private MailOutcome attempt(MailOrder order) {
    try {
      hand(MailWriter.write(order, settings, session));
      return new Sent(order.messageId());
    } catch (MessagingException failure) {
      return MailFailures.outcome(order.messageId(), failure);
    }
  }

  private void hand(MimeMessage message) throws MessagingException {
    Transport transport = session.getTransport();
    try {
      connect(transport);
      transport.sendMessage(message, message.getAllRecipients());
    } finally {
      hangUp(transport);
    }
  }

  /** What was taken over is sent, also if the goodbye fails. */
  private static void hangUp(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException _) {
      LOG.debug("the mail server did not say goodbye");
    }
  }

  private void connect(Transport transport) throws MessagingException {
    Credentials credentials = settings.credentials();
    if (credentials == null) {
      transport.connect();
    } else {
      transport.connect(settings.host(), credentials.user(), credentials.password());
    }
  }

  private static Properties properties(MailSettings settings) {
    String timeout = Long.toString(settings.timeout().toMillis());
    var properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", settings.host());
    properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
    properties.setProperty("mail.smtp.from", settings.from());
    properties.setProperty("mail.smtp.localhost", "tsunagu.invalid");
    properties.setProperty("mail.smtp.connectiontimeout", timeout);
    properties.setProperty("mail.smtp.timeout", timeout);
    properties.setProperty("mail.smtp.writetimeout", timeout);
    properties.setProperty("mail.smtp.auth", Boolean.toString(settings.credentials() != null));
    protect(properties, settings.encryption());
    SSLSocketFactory trust = settings.trust();
    if (trust != null) {
      properties.put("mail.smtp.ssl.socketFactory", trust);
    }
    return properties;
  }

  private static void protect(Properties properties, MailSettings.Encryption encryption) {
    switch (encryption) {
      case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
      case STARTTLS -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
      }
      case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
    }
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
  }
}
