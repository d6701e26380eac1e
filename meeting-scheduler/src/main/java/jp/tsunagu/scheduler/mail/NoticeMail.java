package jp.tsunagu.scheduler.mail;

import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.scheduler.invitation.CalendarFile;
import jp.tsunagu.scheduler.invitation.CalendarParty;
import jp.tsunagu.scheduler.invitation.Invitation;
import jp.tsunagu.scheduler.mail.MailOrder.Attachment;
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
    return new MailOrder(
        messageId(notice, networkId),
        new MailAddressee(addressee.agencyId(), addressee.name(), address),
        NoticeText.subject(notice),
        NoticeText.body(notice),
        Papers.html(notice),
        new Attachment(fileName(notice), Papers.pdf(notice)),
        calendar(notice, address, organiser, networkId),
        notice.issuedAt());
  }

  /** The Message-ID of this notice; a change or cancellation has another, by its revision. */
  public static MessageId messageId(NoticePaper notice, NetworkId networkId) {
    return MessageId.of(
        notice.session().meetingId(), notice.revision(), notice.addressee().agencyId(), networkId);
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
