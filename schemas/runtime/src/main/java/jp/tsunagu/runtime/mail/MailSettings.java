package jp.tsunagu.runtime.mail;

import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The mail server of the city.
 *
 * @param from the sender's mail address, also the envelope sender
 * @param fromName the sender's name as people read it
 * @param credentials none for a server that asks for none
 * @param encryption how the connection is protected
 * @param trust by which certificates the server is believed; none takes those of the Java runtime
 * @param timeout for connecting, for each answer and for each write
 */
public record MailSettings(
    String host,
    int port,
    String from,
    String fromName,
    @Nullable Credentials credentials,
    Encryption encryption,
    @Nullable SSLSocketFactory trust,
    Duration timeout) {

  public MailSettings {
    if (!MailAddresses.isPlain(from)) {
      throw new IllegalArgumentException("the sender's mail address is malformed");
    }
  }

  /** A server without login and encryption, such as a relay on the same machine. */
  public static MailSettings plain(String host, int port, String from, String fromName) {
    return new MailSettings(
        host, port, from, fromName, null, Encryption.NONE, null, Duration.ofSeconds(10));
  }

  /** How the connection is protected. */
  public enum Encryption {
    /** Not at all; only for a relay on the same machine or network. */
    NONE,
    /** Begins in clear and must change to TLS before anything else is said. */
    STARTTLS,
    /** TLS from the beginning. */
    TLS
  }

  /** User and password; never shown. */
  public record Credentials(String user, String password) {
    @Override
    public String toString() {
      return "Credentials[hidden]";
    }
  }
}
