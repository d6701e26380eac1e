package jp.tsunagu.scheduler.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.runtime.mail.MailAddressee;
import jp.tsunagu.runtime.mail.MailAddresses;
import jp.tsunagu.runtime.mail.MailOrder;
import jp.tsunagu.runtime.mail.MailOrder.Alternative;
import jp.tsunagu.runtime.mail.MailOrder.Attachment;
import jp.tsunagu.runtime.mail.MessageId;
import jp.tsunagu.scheduler.invitation.CalendarFile;
import jp.tsunagu.scheduler.invitation.CalendarParty;
import jp.tsunagu.scheduler.invitation.Invitation;
import jp.tsunagu.scheduler.paper.NoticePaper;
import jp.tsunagu.scheduler.paper.rendering.Papers;

/**
 * The mail that carries a notice: its text in short, the paper as page and PDF, and the calendar
 * file. The same notice gives the same mail.
 */
public final class NoticeMail {

  private NoticeMail() {}

  /**
   * The order, ready to send.
   *
   * @param address the addressee's mail address
   * @param organiser the organiser's name and the mail address that answers of calendars go to
   */
  public static MailOrder order(
      NoticePaper notice, String address, CalendarParty organiser, NetworkId networkId) {
    NoticePaper.Addressee addressee = notice.addressee();
    CalendarFile calendar = calendar(notice, address, organiser, networkId);
    return new MailOrder(
        messageId(notice, networkId),
        new MailAddressee(addressee.agencyId(), addressee.name(), address),
        NoticeText.subject(notice),
        NoticeText.body(notice),
        List.of(new Alternative("text/html", Papers.html(notice)), offered(calendar)),
        List.of(
            new Attachment(fileName(notice), "application/pdf", Papers.pdf(notice)),
            new Attachment("invite.ics", "application/ics", bytes(calendar))),
        notice.issuedAt());
  }

  /** The Message-ID of this notice; a change or cancellation has another, by its revision. */
  public static MessageId messageId(NoticePaper notice, NetworkId networkId) {
    return new MessageId(mailName(notice) + at(networkId));
  }

  /** A reminder repeats an invitation, but is a mail of its own. */
  public static MailOrder asReminder(MailOrder order, NoticePaper notice, NetworkId networkId) {
    return order.as(
        new MessageId(mailName(notice) + ".reminder" + at(networkId)), "【再通知】" + order.subject());
  }

  /** The same for the same revision of a meeting's agenda and the same agency. */
  private static String mailName(NoticePaper notice) {
    return notice.session().meetingId()
        + "."
        + notice.revision()
        + "."
        + notice.addressee().agencyId();
  }

  private static String at(NetworkId networkId) {
    return "@" + networkId + ".tsunagu";
  }

  /** By this part mail readers offer to enter the meeting (RFC 6047). */
  private static Alternative offered(CalendarFile calendar) {
    return new Alternative("text/calendar; method=" + calendar.method(), calendar.text());
  }

  private static byte[] bytes(CalendarFile calendar) {
    return calendar.text().getBytes(StandardCharsets.UTF_8);
  }

  private static CalendarFile calendar(
      NoticePaper notice, String address, CalendarParty organiser, NetworkId networkId) {
    CalendarParty addressee =
        MailAddresses.isPlain(address)
            ? CalendarParty.byMail(notice.addressee().name(), address)
            : CalendarParty.named(notice.addressee().name(), notice.addressee().agencyId());
    return CalendarFile.of(
        Invitation.of(notice, networkId, organiser, addressee), notice.occasion());
  }

  private static String fileName(NoticePaper notice) {
    return notice.title().replace(' ', '_') + "_" + notice.schedule().date() + ".pdf";
  }
}
