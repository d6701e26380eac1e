package jp.tsunagu.scheduler.mail;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.scheduler.invitation.CalendarParty;
import jp.tsunagu.scheduler.mail.MailOutcome.Obstacle;
import jp.tsunagu.scheduler.mail.MailOutcome.Problem;
import jp.tsunagu.scheduler.mail.MailOutcome.Rejected;
import jp.tsunagu.scheduler.mail.MailOutcome.Sent;
import jp.tsunagu.scheduler.mail.MailOutcome.Unreachable;
import jp.tsunagu.scheduler.mail.MailSettings.Credentials;
import jp.tsunagu.scheduler.mail.MailSettings.Encryption;
import jp.tsunagu.scheduler.paper.SamplePapers;
import jp.tsunagu.scheduler.paper.rendering.Papers;
import jp.tsunagu.scheduler.paper.rendering.PdfReading;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

class MailerTest {

  @RegisterExtension
  static final GreenMailExtension SERVER =
      new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private static final NetworkId NETWORK = new NetworkId("kokubunji");
  private static final String ADDRESS = "higashi@hokatsu.example";
  private static final CalendarParty ORGANISER =
      CalendarParty.byMail("地域共生推進課", "meetings@city.example");
  private static final MessageId INVITATION =
      new MessageId("shien-kaigi.2026-10-13.2.hokatsu-higashi@kokubunji.tsunagu");

  private static MailSettings settings(int port) {
    return MailSettings.plain("127.0.0.1", port, "meetings@city.example", "地域共生推進課");
  }

  /** Made once: a PDF takes its time. */
  private static final MailOrder ORDER =
      NoticeMail.order(SamplePapers.invitation(), ADDRESS, ORGANISER, NETWORK);

  private static MailOrder orderTo(String address) {
    var addressee = new MailAddressee(ORDER.addressee().agencyId(), "東部", address);
    return new MailOrder(
        ORDER.messageId(),
        addressee,
        ORDER.subject(),
        ORDER.text(),
        ORDER.html(),
        ORDER.pdf(),
        ORDER.calendar(),
        ORDER.writtenAt());
  }

  private static MailOutcome send(MailOrder order) {
    return new Mailer(settings(SERVER.getSmtp().getPort())).send(order);
  }

  @Test
  void an_invitation_arrives_with_its_text_its_paper_and_its_calendar_file() throws Exception {
    assertThat(send(ORDER)).isEqualTo(new Sent(INVITATION));

    MimeMessage mail = SERVER.getReceivedMessages()[0];
    List<BodyPart> parts = leaves(mail.getContent());
    assertThat(types(parts))
        .containsExactly(
            "text/plain", "text/html", "text/calendar", "application/pdf", "application/ics");
    assertThat((String) parts.get(0).getContent())
        .contains("東部地域包括支援センター 御中", "15:00〜16:00", "資料は会議後に回収します");
    assertThat((String) parts.get(1).getContent()).contains("lang=\"ja\"", "開催通知・出席依頼");
    assertThat(parts.get(2).getContentType()).contains("method=REQUEST").contains("UTF-8");
    assertThat(PdfReading.text(parts.get(3).getInputStream().readAllBytes())).contains("開催通知・出席依頼");
    assertThat(text(parts.get(4))).isEqualTo(text(parts.get(2))).contains("METHOD:REQUEST");
    assertThat(MimeUtility.decodeText(parts.get(3).getFileName()))
        .isEqualTo("支援会議_開催通知・出席依頼_2026-10-13.pdf");
  }

  @Test
  void subject_sender_and_addressee_are_Japanese() throws Exception {
    send(ORDER);

    MimeMessage mail = SERVER.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("【開催通知・出席依頼】支援会議 令和8年10月13日(火)");
    assertThat(MimeUtility.decodeText(mail.getFrom()[0].toString()))
        .isEqualTo("地域共生推進課 <meetings@city.example>");
    assertThat(MimeUtility.decodeText(mail.getAllRecipients()[0].toString()))
        .isEqualTo("東部地域包括支援センター <higashi@hokatsu.example>");
    assertThat(mail.getHeader("Date")).containsExactly("Tue, 29 Sep 2026 09:30:00 +0900");
  }

  @Test
  void a_repeated_mail_has_the_same_id_and_the_same_files() throws Exception {
    send(ORDER);
    send(ORDER);

    MimeMessage[] mails = SERVER.getReceivedMessages();
    assertThat(mails).hasSize(2);
    assertThat(Stream.of(mails).map(MailerTest::id)).containsOnly("<" + INVITATION + ">");
    assertThat(leaves(mails[0].getContent()).get(3).getInputStream().readAllBytes())
        .isEqualTo(leaves(mails[1].getContent()).get(3).getInputStream().readAllBytes())
        .isEqualTo(Papers.pdf(SamplePapers.invitation()));
  }

  @Test
  void a_cancellation_takes_the_meeting_out_of_calendars() throws Exception {
    send(NoticeMail.order(SamplePapers.cancellation(), ADDRESS, ORGANISER, NETWORK));

    MimeMessage mail = SERVER.getReceivedMessages()[0];
    assertThat(mail.getSubject()).startsWith("【開催取消通知】");
    assertThat(leaves(mail.getContent()).get(2).getContentType()).contains("method=CANCEL");
  }

  @Test
  void a_server_that_is_down_is_tried_again_later() throws IOException {
    int closed = closedPort();
    var mailer = new Mailer(settings(closed));

    assertThat(mailer.send(ORDER)).isEqualTo(new Unreachable(INVITATION, Obstacle.NO_CONNECTION));
    assertThat(Stream.of(1, 2, 3, 6, 7, 1000).map(BackOff::after).map(Duration::toMinutes))
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
                        assertThat(send(orderTo(address)))
                            .isEqualTo(new Rejected(INVITATION, Problem.ADDRESS_MALFORMED))));
  }

  @Test
  void what_a_server_answers_decides_between_rejected_and_later() throws Exception {
    assertThat(answered("RCPT", "550 5.1.1 unknown"))
        .isEqualTo(new Rejected(INVITATION, Problem.ADDRESS_REFUSED));
    assertThat(answered("RCPT", "451 4.7.1 greylisted"))
        .isEqualTo(new Unreachable(INVITATION, Obstacle.TRY_AGAIN));
    assertThat(answered("MAIL", "553 5.7.1 not you"))
        .isEqualTo(new Rejected(INVITATION, Problem.MESSAGE_REFUSED));
    assertThat(answered("DATA", "554 5.7.1 no"))
        .isEqualTo(new Rejected(INVITATION, Problem.MESSAGE_REFUSED));
    assertThat(answered("QUIT", "421 gone")).isEqualTo(new Sent(INVITATION));
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
        .isEqualTo(new Unreachable(INVITATION, Obstacle.NO_CONNECTION));
    assertThat(SERVER.getReceivedMessages()).isEmpty();
    assertThat(wanting.toString()).doesNotContain("secret");
  }

  @Test
  void no_address_is_logged_or_told() throws Exception {
    var lines = new ListAppender<ILoggingEvent>();
    var logger = (Logger) LoggerFactory.getLogger("jp.tsunagu.scheduler.mail");
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
              "mail " + INVITATION + ": ADDRESS_REFUSED", "mail " + INVITATION + ": SENT");
    } finally {
      logger.detachAppender(lines);
    }
  }

  private static int closedPort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String id(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (MessagingException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static List<String> types(List<BodyPart> parts) throws MessagingException {
    var types = new ArrayList<String>();
    for (BodyPart part : parts) {
      types.add(part.getContentType().split(";", 2)[0].toLowerCase(java.util.Locale.ROOT));
    }
    return types;
  }

  private static List<BodyPart> leaves(Object content) throws MessagingException, IOException {
    var leaves = new ArrayList<BodyPart>();
    var parts = (Multipart) content;
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

  private static String text(BodyPart part) throws MessagingException, IOException {
    return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
