package jp.tsunagu.scheduler.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.runtime.mail.MailOrder;
import jp.tsunagu.runtime.mail.MailOutcome;
import jp.tsunagu.runtime.mail.MailOutcome.Sent;
import jp.tsunagu.runtime.mail.MailSettings;
import jp.tsunagu.runtime.mail.Mailer;
import jp.tsunagu.runtime.mail.MessageId;
import jp.tsunagu.runtime.testing.PdfReading;
import jp.tsunagu.scheduler.invitation.CalendarParty;
import jp.tsunagu.scheduler.paper.SamplePapers;
import jp.tsunagu.scheduler.paper.rendering.Papers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NoticeMailTest {

  @RegisterExtension
  static final GreenMailExtension SERVER =
      new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private static final NetworkId NETWORK = new NetworkId("kokubunji");
  private static final String ADDRESS = "higashi@hokatsu.example";
  private static final CalendarParty ORGANISER =
      CalendarParty.byMail("地域共生推進課", "meetings@city.example");
  private static final MessageId INVITATION =
      new MessageId("shien-kaigi.2026-10-13.2.hokatsu-higashi@kokubunji.tsunagu");

  /** Made once: a PDF takes its time. */
  private static final MailOrder ORDER =
      NoticeMail.order(SamplePapers.invitation(), ADDRESS, ORGANISER, NETWORK);

  private static MailOutcome send(MailOrder order) {
    return new Mailer(
            MailSettings.plain(
                "127.0.0.1", SERVER.getSmtp().getPort(), "meetings@city.example", "地域共生推進課"))
        .send(order);
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
    assertThat(Stream.of(mails).map(NoticeMailTest::id)).containsOnly("<" + INVITATION + ">");
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
  void a_reminder_is_a_mail_of_its_own() {
    MailOrder reminder = NoticeMail.asReminder(ORDER, SamplePapers.invitation(), NETWORK);

    assertThat(reminder.messageId())
        .hasToString("shien-kaigi.2026-10-13.2.hokatsu-higashi.reminder@kokubunji.tsunagu");
    assertThat(reminder.subject()).startsWith("【再通知】【開催通知・出席依頼】");
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
