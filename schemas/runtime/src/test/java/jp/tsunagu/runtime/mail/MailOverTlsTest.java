package jp.tsunagu.runtime.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import jp.tsunagu.runtime.mail.MailOutcome.Sent;
import jp.tsunagu.runtime.mail.MailSettings.Credentials;
import jp.tsunagu.runtime.mail.MailSettings.Encryption;
import jp.tsunagu.runtime.testing.TlsFront;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The city's mail server asks for a login and speaks TLS. */
class MailOverTlsTest {

  @RegisterExtension
  static final GreenMailExtension SERVER =
      new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
          .withConfiguration(GreenMailConfiguration.aConfig().withUser("tsunagu", "geheim"));

  private static final MailOrder ORDER = SampleMail.to(SampleMail.ADDRESS);

  private static MailOutcome send(
      TlsFront front, String password, @Nullable SSLSocketFactory trust) {
    return new Mailer(
            new MailSettings(
                "127.0.0.1",
                front.port(),
                "meetings@city.example",
                "地域共生推進課",
                new Credentials("tsunagu", password),
                Encryption.TLS,
                trust,
                Duration.ofSeconds(5)))
        .send(ORDER);
  }

  @Test
  void a_mail_arrives_over_tls_with_a_login(@TempDir Path folder) throws Exception {
    try (TlsFront front = new TlsFront(folder, SERVER.getSmtp().getPort())) {
      assertThat(send(front, "geheim", front.trust())).isInstanceOf(Sent.class);
      assertThat(SERVER.getReceivedMessages()).hasSize(1);
    }
  }

  @Test
  void a_wrong_password_sends_nothing(@TempDir Path folder) throws Exception {
    try (TlsFront front = new TlsFront(folder, SERVER.getSmtp().getPort())) {
      assertThat(send(front, "falsch", front.trust())).isNotInstanceOf(Sent.class);
      assertThat(SERVER.getReceivedMessages()).isEmpty();
    }
  }

  @Test
  void a_server_that_nobody_vouches_for_gets_no_password(@TempDir Path folder) throws Exception {
    try (TlsFront front = new TlsFront(folder, SERVER.getSmtp().getPort())) {
      assertThat(send(front, "geheim", null)).isNotInstanceOf(Sent.class);
      assertThat(SERVER.getReceivedMessages()).isEmpty();
    }
  }
}
