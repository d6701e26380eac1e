package jp.tsunagu.scheduler.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.runtime.mail.MailOrder;
import jp.tsunagu.scheduler.invitation.CalendarParty;
import jp.tsunagu.scheduler.paper.NoticePaper;
import jp.tsunagu.scheduler.paper.Paper;
import jp.tsunagu.scheduler.paper.SamplePapers;
import jp.tsunagu.scheduler.paper.rendering.Papers;
import org.junit.jupiter.api.Test;

/** Neither our own words nor our labels tell what a household's trouble is. */
class NothingPersonalGoesOutTest {

  private static final String[] TELLING = {
    "8050", "ひきこもり", "ごみ屋敷", "ヤングケアラー", "困窮", "圏域", "世帯員", "虐待", "滞納", "DV", "氏名", "年齢"
  };

  @Test
  void no_paper_says_what_the_matter_is() {
    assertThat(SamplePapers.all()).allSatisfy(NothingPersonalGoesOutTest::saysNothing);
  }

  private static void saysNothing(Paper paper) {
    assertThat(Papers.html(paper)).doesNotContain(TELLING);
  }

  @Test
  void no_mail_and_no_calendar_file_says_what_the_matter_is() {
    var notices =
        Stream.of(SamplePapers.invitation(), SamplePapers.change(), SamplePapers.cancellation());

    assertThat(notices.map(NothingPersonalGoesOutTest::order))
        .allSatisfy(
            order -> {
              assertThat(order.subject() + order.text()).doesNotContain(TELLING);
              assertThat(order.alternatives())
                  .extracting(form -> form.text().replace("\r\n ", ""))
                  .hasSize(2)
                  .allSatisfy(form -> assertThat(form).doesNotContain(TELLING));
              assertThat(order.attachments())
                  .extracting(MailOrder.Attachment::name)
                  .allSatisfy(name -> assertThat(name).doesNotContain(TELLING));
              assertThat(order.text())
                  .doesNotContain(
                      Stream.of(Field.values()).map(Field::label).toArray(String[]::new));
            });
  }

  private static MailOrder order(NoticePaper notice) {
    return NoticeMail.order(
        notice,
        "higashi@hokatsu.example",
        CalendarParty.byMail("地域共生推進課", "meetings@city.example"),
        new NetworkId("kokubunji"));
  }
}
