package jp.tsunagu.connector.mailbox;

import java.util.Map;
import java.util.function.Function;
import jp.tsunagu.connector.agency.Mailbox;
import jp.tsunagu.connector.agency.WaitReason;
import jp.tsunagu.connector.mailbox.Mails.OnItsWay;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.mail.MailAddressee;
import jp.tsunagu.runtime.mail.MailOrder;

/**
 * Addresses mails to mailboxes.
 *
 * @param site where the agencies' windows stand, without a slash at the end
 * @param names the offices' names
 */
record Envelopes(String site, Function<AgencyId, String> names) {

  MailOrder telling(
      AgencyId agency, Mailbox mailbox, OnItsWay mail, Map<WaitReason, Integer> counts) {
    return order(
        agency,
        mailbox,
        mail,
        MailboxText.subject(counts),
        MailboxText.text(counts, window(agency)));
  }

  MailOrder trial(AgencyId agency, Mailbox mailbox, OnItsWay mail) {
    return order(
        agency, mailbox, mail, MailboxText.TRIAL_SUBJECT, MailboxText.trial(window(agency)));
  }

  private String window(AgencyId agency) {
    return site + "/agencies/" + agency + "/";
  }

  private MailOrder order(
      AgencyId agency, Mailbox mailbox, OnItsWay mail, String subject, String text) {
    return MailOrder.ofText(
        mail.messageId(),
        new MailAddressee(agency, names.apply(agency), mailbox.address()),
        subject,
        text,
        mail.made());
  }
}
