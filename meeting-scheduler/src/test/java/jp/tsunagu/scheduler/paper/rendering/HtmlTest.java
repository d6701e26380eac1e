package jp.tsunagu.scheduler.paper.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import jp.tsunagu.scheduler.paper.AttendanceSheetPaper;
import jp.tsunagu.scheduler.paper.CaseNumber;
import jp.tsunagu.scheduler.paper.Paper;
import jp.tsunagu.scheduler.paper.SamplePapers;
import jp.tsunagu.scheduler.paper.Schedule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class HtmlTest {

  @TestFactory
  Stream<DynamicTest> every_paper_is_well_formed_in_Japanese_and_has_headed_tables() {
    return SamplePapers.all().stream()
        .map(paper -> DynamicTest.dynamicTest(paper.title(), () -> isWellMade(paper)));
  }

  @Test
  void an_agenda_says_that_it_is_incomplete_while_records_of_cases_cannot_be_read() {
    assertThat(Papers.html(SamplePapers.agenda(List.of(), 2))).contains("不完全", "2件");
    assertThat(Papers.html(SamplePapers.agenda(List.of(), 0))).doesNotContain("不完全");
  }

  private static void isWellMade(Paper paper) throws Exception {
    Document page = parse(Papers.html(paper));
    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("ja");
    assertThat(elements(page, "h1")).hasSize(1);
    assertThat(elements(page, "title"))
        .singleElement()
        .satisfies(title -> assertThat(title.getTextContent()).isEqualTo(paper.title()));
    assertThat(elements(page, "table")).allSatisfy(HtmlTest::hasHeaders);
    assertThat(elements(page, "th"))
        .allSatisfy(header -> assertThat(header.getAttribute("scope")).isIn("col", "row"));
    assertThat(Papers.html(paper)).doesNotContain(" th:", "<th:", "${");
  }

  private static void hasHeaders(Element table) {
    assertThat(table.getElementsByTagName("th").getLength()).isPositive();
  }

  @Test
  void an_invitation_to_a_support_conference_reminds_of_secrecy_and_collects_papers() {
    assertThat(Papers.html(SamplePapers.invitation()))
        .contains("東部地域包括支援センター", "御中", "支援会議 開催通知・出席依頼", "15:00〜16:00")
        .contains("令和8年(2026年)10月6日(火) 17:15", "地域共生推進課の窓口")
        .contains("社会福祉法第106条の6", "資料は会議後に回収します");
  }

  @Test
  void a_change_says_what_was_said_before_and_a_plan_conference_asks_for_a_proxy() {
    assertThat(Papers.html(SamplePapers.change()))
        .contains("重層的支援会議 開催変更通知", "変更前", "令和8年(2026年)10月6日(火) 10:00〜11:00", "市役所第1会議室")
        .contains("代理出席または意見書")
        .doesNotContain("106条の6");
  }

  @Test
  void a_cancellation_says_why_and_asks_for_no_answer() {
    assertThat(Papers.html(SamplePapers.cancellation()))
        .contains("支援会議 開催取消通知", "同意がそろい会議区分が変わったため")
        .doesNotContain("出欠のお返事", "ご出席をお願いします");
  }

  @Test
  void an_agenda_without_items_says_that_there_is_no_meeting() {
    assertThat(Papers.html(SamplePapers.agenda(List.of()))).contains("議題がないため、開催なし。");
  }

  @Test
  void a_configured_name_is_text_and_never_markup() throws Exception {
    Schedule schedule = SamplePapers.SCHEDULE;
    String room = "<script>1</script> & \u0001\"会議室\"";
    var odd = new Schedule(schedule.date(), schedule.begins(), schedule.ends(), room);
    var sheet = new AttendanceSheetPaper(SamplePapers.SUPPORT, odd, SamplePapers.ISSUED, List.of());

    Document page = parse(Papers.html(sheet));

    assertThat(elements(page, "script")).isEmpty();
    assertThat(page.getDocumentElement().getTextContent()).contains("<script>1</script> & \"会議室\"");
  }

  @Test
  void a_list_of_letters_can_be_read_by_a_spreadsheet() {
    assertThat(new String(Papers.csv(SamplePapers.letters()), StandardCharsets.UTF_8))
        .isEqualTo(
            "\uFEFF機関番号,宛名,印刷するもの,会議の日時,会場\r\n"
                + "hokatsu-higashi,東部地域包括支援センター,支援会議 開催通知・出席依頼,"
                + "令和8年(2026年)10月13日(火) 15:00〜17:15,市役所第3会議室\r\n");
  }

  @Test
  void a_case_number_has_no_room_for_a_name() {
    assertThat(Stream.of("渡邉", "case 1", "", "x".repeat(41)).filter(HtmlTest::isCaseNumber))
        .isEmpty();
  }

  private static boolean isCaseNumber(String text) {
    try {
      new CaseNumber(text);
      return true;
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  private static Document parse(String page)
      throws IOException, SAXException, ParserConfigurationException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  private static List<Element> elements(Document page, String name) {
    NodeList found = page.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(n -> (Element) found.item(n)).toList();
  }
}
