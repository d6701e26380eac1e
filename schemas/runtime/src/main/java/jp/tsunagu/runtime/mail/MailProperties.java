package jp.tsunagu.runtime.mail;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import jp.tsunagu.runtime.mail.MailSettings.Credentials;
import jp.tsunagu.runtime.mail.MailSettings.Encryption;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.ssl.SslBundles;

/**
 * The mail server of the city ({@code tsunagu.mail.*}).
 *
 * @param host none means that no mail is sent (e.g. {@code mail.city.example})
 * @param port of the mail server
 * @param from address of the sender
 * @param fromName name of the sender, as recipients see it; none takes what the service calls
 *     itself (e.g. {@code つなぐ 会議事務局})
 * @param user for logging in; none means that the server asks for nobody (e.g. {@code tsunagu})
 * @param password of the user (e.g. {@code secret})
 * @param encryption of the way to the server
 * @param sslBundle by which certificates the server is believed; none takes those of the Java
 *     runtime (e.g. {@code mail})
 * @param timeout how long to wait for the server at each step
 * @param attempts after which a person is told: a notice is given up, of an agency's mailbox health
 *     says so
 */
@ConfigurationProperties("tsunagu.mail")
public record MailProperties(
    @Nullable String host,
    @DefaultValue("25") int port,
    @DefaultValue("no-reply@localhost.localdomain") String from,
    @Nullable String fromName,
    @Nullable String user,
    @Nullable String password,
    @DefaultValue("NONE") Encryption encryption,
    @Nullable String sslBundle,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("8") int attempts) {

  /** Without user and password. */
  @Override
  public String toString() {
    return "MailProperties[" + host + ":" + port + "]";
  }

  /** Whether anything is mailed at all. */
  public boolean isConfigured() {
    return host != null && !host.isBlank();
  }

  private @Nullable SSLSocketFactory trust(SslBundles bundles) {
    return sslBundle == null
        ? null
        : bundles.getBundle(sslBundle).createSslContext().getSocketFactory();
  }

  /**
   * The server; none where none is configured.
   *
   * @param ownName the sender where no other name is set
   */
  public Optional<MailSettings> settings(SslBundles bundles, String ownName) {
    if (host == null || host.isBlank()) {
      return Optional.empty();
    }
    Credentials credentials =
        user == null || password == null ? null : new Credentials(user, password);
    return Optional.of(
        new MailSettings(
            host,
            port,
            from,
            fromName == null ? ownName : fromName,
            credentials,
            encryption,
            trust(bundles),
            timeout));
  }
}
