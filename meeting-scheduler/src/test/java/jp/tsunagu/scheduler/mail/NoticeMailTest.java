package jp.tsunagu.scheduler.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.util.List;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.runtime.mail.MailOrder;
import jp.tsunagu.runtime.mail.MailOutcome;
import jp.tsunagu.runtime.mail.MailOutcome.Sent;
import jp.tsunagu.runtime.mail.MailSettings;
import jp.tsunagu.runtime.mail.Mailer;
import jp.tsunagu.runtime.mail.MessageId;
import jp.tsunagu.runtime.testing.MailReading;
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
    List<BodyPart> parts = MailReading.parts(mail);
    assertThat(MailReading.types(parts))
        .containsExactly(
            "text/plain", "text/html", "text/calendar", "application/pdf", "application/ics");
    assertThat((String) parts.get(0).getContent())
        .contains("東部地域包括支援センター 御中", "15:00〜16:00", "資料は会議後に回収します");
    assertThat((String) parts.get(1).getContent()).contains("lang=\"ja\"", "開催通知・出席依頼");
    assertThat(parts.get(2).getContentType()).contains("method=REQUEST").contains("UTF-8");
    assertThat(PdfReading.text(parts.get(3).getInputStream().readAllBytes())).contains("開催通知・出席依頼");
    assertThat(MailReading.text(parts.get(4)))
        .isEqualTo(MailReading.text(parts.get(2)))
        .contains("METHOD:REQUEST");
    assertThat(MimeUtility.decodeText(parts.get(3).getFileName()))
        .isEqualTo("支援会議_開催通知・出席依頼_2026-10-13.pdf");
  }

  @Test
  void it_says_about_what_to_whom_and_when() {
    assertThat(ORDER.subject()).isEqualTo("【開催通知・出席依頼】支援会議 令和8年10月13日(火)");
    assertThat(ORDER.addressee().name()).isEqualTo("東部地域包括支援センター");
    assertThat(ORDER.writtenAt()).isEqualTo("2026-09-29T00:30:00Z");
  }

  @Test
  void the_same_notice_gives_the_same_id_and_the_same_files() {
    MailOrder again = NoticeMail.order(SamplePapers.invitation(), ADDRESS, ORGANISER, NETWORK);

    assertThat(again.messageId()).isEqualTo(ORDER.messageId()).isEqualTo(INVITATION);
    assertThat(again.attachments().getFirst().content())
        .isEqualTo(ORDER.attachments().getFirst().content())
        .isEqualTo(Papers.pdf(SamplePapers.invitation()));
  }

  @Test
  void a_cancellation_takes_the_meeting_out_of_calendars() {
    MailOrder cancellation =
        NoticeMail.order(SamplePapers.cancellation(), ADDRESS, ORGANISER, NETWORK);

    assertThat(cancellation.subject()).startsWith("【開催取消通知】");
    assertThat(cancellation.alternatives().getLast().type()).contains("method=CANCEL");
  }

  @Test
  void a_reminder_is_a_mail_of_its_own() {
    MailOrder reminder = NoticeMail.asReminder(ORDER, SamplePapers.invitation(), NETWORK);

    assertThat(reminder.messageId())
        .hasToString("shien-kaigi.2026-10-13.2.hokatsu-higashi.reminder@kokubunji.tsunagu");
    assertThat(reminder.subject()).startsWith("【再通知】【開催通知・出席依頼】");
  }
}
