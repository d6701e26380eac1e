package jp.tsunagu.runtime.mail;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.testing.FreePort;
import jp.tsunagu.runtime.mail.MailOutcome.Obstacle;
import jp.tsunagu.runtime.mail.MailOutcome.Problem;
import jp.tsunagu.runtime.mail.MailOutcome.Rejected;
import jp.tsunagu.runtime.mail.MailOutcome.Sent;
import jp.tsunagu.runtime.mail.MailOutcome.Unreachable;
import jp.tsunagu.runtime.mail.MailSettings.Credentials;
import jp.tsunagu.runtime.mail.MailSettings.Encryption;
import jp.tsunagu.runtime.testing.MailReading;
import jp.tsunagu.runtime.testing.MoodyServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

class MailerTest {

  @RegisterExtension
  static final GreenMailExtension SERVER =
      new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private static MailSettings settings(int port) {
    return MailSettings.plain("127.0.0.1", port, "meetings@city.example", "地域共生推進課");
  }

  private static final MailOrder ORDER = SampleMail.to(SampleMail.ADDRESS);

  private static MailOutcome send(MailOrder order) {
    return new Mailer(settings(SERVER.getSmtp().getPort())).send(order);
  }

  @Test
  void a_mail_arrives_with_its_text_in_every_form_and_its_files() throws Exception {
    assertThat(send(ORDER)).isEqualTo(new Sent(SampleMail.ID));

    List<BodyPart> parts = MailReading.parts(SERVER.getReceivedMessages()[0]);
    assertThat(MailReading.types(parts))
        .containsExactly("text/plain", "text/html", "text/calendar", "application/pdf");
    assertThat((String) parts.get(0).getContent()).contains("東部地域包括支援センター 御中");
    assertThat((String) parts.get(1).getContent()).contains("lang=\"ja\"", "開催通知");
    assertThat(parts.get(2).getContentType()).contains("method=REQUEST").contains("UTF-8");
    assertThat(MailReading.text(parts.get(3))).isEqualTo("%PDF");
    assertThat(MimeUtility.decodeText(parts.get(3).getFileName())).isEqualTo("開催通知.pdf");
  }

  @Test
  void subject_sender_and_addressee_are_Japanese() throws Exception {
    send(ORDER);

    MimeMessage mail = SERVER.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("【開催通知】令和8年10月13日(火)");
    assertThat(MimeUtility.decodeText(mail.getFrom()[0].toString()))
        .isEqualTo("地域共生推進課 <meetings@city.example>");
    assertThat(MimeUtility.decodeText(mail.getAllRecipients()[0].toString()))
        .isEqualTo("東部地域包括支援センター <higashi@hokatsu.example>");
    assertThat(mail.getHeader("Date")).containsExactly("Tue, 29 Sep 2026 09:30:00 +0900");
  }

  @Test
  void a_repeated_mail_has_the_same_id() throws Exception {
    send(ORDER);
    send(ORDER);

    assertThat(Stream.of(SERVER.getReceivedMessages()).map(MailReading::id))
        .containsExactly("<" + SampleMail.ID + ">", "<" + SampleMail.ID + ">");
  }

  @Test
  void a_server_that_is_down_is_tried_again_later() {
    int closed = FreePort.any();
    var mailer = new Mailer(settings(closed));

    assertThat(mailer.send(ORDER))
        .isEqualTo(new Unreachable(SampleMail.ID, Obstacle.NO_CONNECTION));
    assertThat(Stream.of(1, 2, 3, 6, 7, 1000).map(MailBackOff::after).map(Duration::toMinutes))
        .containsExactly(1L, 2L, 4L, 32L, 60L, 60L);
  }

  @TestFactory
  Stream<DynamicTest> an_address_that_is_none_is_rejected() {
    return Stream.of(
            "", "higashi", "a b@hokatsu.example", "x@y@z", "a@b.example\r\nBcc: c@d.example")
        .map(
            address ->
                DynamicTest.dynamicTest(
                    "[" + address.strip() + "]",
                    () ->
                        assertThat(send(SampleMail.to(address)))
                            .isEqualTo(new Rejected(SampleMail.ID, Problem.ADDRESS_MALFORMED))));
  }

  @Test
  void what_a_server_answers_decides_between_rejected_and_later() throws Exception {
    assertThat(answered("RCPT", "550 5.1.1 unknown"))
        .isEqualTo(new Rejected(SampleMail.ID, Problem.ADDRESS_REFUSED));
    assertThat(answered("RCPT", "451 4.7.1 greylisted"))
        .isEqualTo(new Unreachable(SampleMail.ID, Obstacle.TRY_AGAIN));
    assertThat(answered("MAIL", "553 5.7.1 not you"))
        .isEqualTo(new Rejected(SampleMail.ID, Problem.MESSAGE_REFUSED));
    assertThat(answered("DATA", "554 5.7.1 no"))
        .isEqualTo(new Rejected(SampleMail.ID, Problem.MESSAGE_REFUSED));
    assertThat(answered("QUIT", "421 gone")).isEqualTo(new Sent(SampleMail.ID));
  }

  private static MailOutcome answered(String command, String reply) throws Exception {
    try (var server = new MoodyServer(command, reply)) {
      return new Mailer(settings(server.port())).send(ORDER);
    }
  }

  @Test
  void a_server_without_encryption_gets_nothing_if_encryption_is_wanted() {
    var wanting =
        new MailSettings(
            "127.0.0.1",
            SERVER.getSmtp().getPort(),
            "meetings@city.example",
            "地域共生推進課",
            new Credentials("user", "secret"),
            Encryption.STARTTLS,
            null,
            Duration.ofSeconds(5));

    assertThat(new Mailer(wanting).send(ORDER))
        .isEqualTo(new Unreachable(SampleMail.ID, Obstacle.NO_CONNECTION));
    assertThat(SERVER.getReceivedMessages()).isEmpty();
    assertThat(wanting.toString()).doesNotContain("secret");
  }

  @Test
  void no_address_is_logged_or_told() throws Exception {
    var lines = new ListAppender<ILoggingEvent>();
    var logger = (Logger) LoggerFactory.getLogger("jp.tsunagu.runtime.mail");
    lines.start();
    logger.addAppender(lines);
    try {
      MailOutcome refused = answered("RCPT", "550 5.1.1 <higashi@hokatsu.example> unknown");
      send(ORDER);

      assertThat(refused.toString()).doesNotContain("hokatsu.example");
      assertThat(ORDER.toString()).doesNotContain("example");
      assertThat(lines.list)
          .extracting(ILoggingEvent::getFormattedMessage)
          .containsExactly(
              "mail " + SampleMail.ID + ": ADDRESS_REFUSED", "mail " + SampleMail.ID + ": SENT");
    } finally {
      logger.detachAppender(lines);
    }
  }
}
