package jp.tsunagu.runtime.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.mail.MailOrder.Alternative;
import jp.tsunagu.runtime.mail.MailOrder.Attachment;

/** A mail to an invented office. */
final class SampleMail {
  static final MessageId ID =
      new MessageId("shien-kaigi.2026-10-13.2.hokatsu-higashi@kokubunji.tsunagu");
  static final String ADDRESS = "higashi@hokatsu.example";

  private SampleMail() {}

  static MailOrder to(String address) {
    return new MailOrder(
        ID,
        new MailAddressee(new AgencyId("hokatsu-higashi"), "東部地域包括支援センター", address),
        "【開催通知】令和8年10月13日(火)",
        "東部地域包括支援センター 御中\r\n",
        List.of(
            new Alternative("text/html", "<html lang=\"ja\">開催通知</html>"),
            new Alternative("text/calendar; method=REQUEST", "METHOD:REQUEST")),
        List.of(new Attachment("開催通知.pdf", "application/pdf", bytes("%PDF"))),
        Instant.parse("2026-09-29T00:30:00Z"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
