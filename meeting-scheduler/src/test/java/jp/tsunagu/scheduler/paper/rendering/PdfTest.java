package jp.tsunagu.scheduler.paper.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.tsunagu.runtime.testing.PdfReading;
import jp.tsunagu.runtime.testing.RightEdge;
import jp.tsunagu.scheduler.paper.AttendanceSheetPaper;
import jp.tsunagu.scheduler.paper.Paper;
import jp.tsunagu.scheduler.paper.SamplePapers;
import jp.tsunagu.scheduler.paper.Schedule;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.TIME_ZONE)
class PdfTest {

  @Test
  void the_agenda_says_everything_it_was_given() throws IOException {
    assertThat(PdfReading.text(Papers.pdf(SamplePapers.agenda())))
        .contains("次第・議題一覧", "第2版令和8年(2026年)9月29日(火)発行")
        .contains("結市支援会議支援会議臨時地域共生推進課", "結市重層的支援会議")
        .contains("令和8年(2026年)10月13日(火)15:00〜17:15", "市役所第3会議室")
        .contains("休憩16:00〜16:10", "受付締切後", "令和8年11月10日(火)の会議へ", "臨時の開催を提案")
        .contains("保健所15:00〜15:30支援調整会議");
  }

  @Test
  void text_that_is_copied_out_is_the_text_that_was_put_in() throws IOException {
    String characters = "氏名髙﨑𠮷塡剝頰神辻葛渡邉邊見角行走車金長門音食高黒龍一二八入力比毛水火父牙玉瓦甘用田白皮目石示立竹米①㈱・ー";

    assertThat(PdfReading.text(Papers.pdf(sheetIn(characters)))).contains(characters);
  }

  @Test
  void a_character_that_no_font_has_is_shown_as_a_gap_and_stops_nothing() throws IOException {
    assertThat(PdfReading.text(Papers.pdf(sheetIn("会議室𓀀甲")))).contains("会議室〓甲");
  }

  private static Paper sheetIn(String room) {
    Schedule schedule = SamplePapers.SCHEDULE;
    return new AttendanceSheetPaper(
        SamplePapers.SUPPORT,
        new Schedule(schedule.date(), schedule.begins(), schedule.ends(), room),
        SamplePapers.ISSUED,
        List.of());
  }

  @TestFactory
  Stream<DynamicTest> every_paper_is_A4_with_its_fonts_in_it() {
    return SamplePapers.all().stream()
        .map(paper -> DynamicTest.dynamicTest(paper.title(), () -> isA4WithFonts(paper)));
  }

  private static void isA4WithFonts(Paper paper) throws IOException {
    byte[] pdf = Papers.pdf(paper);
    keep(paper.title(), pdf);
    PdfReading.with(
        pdf,
        document -> {
          document.getPages().forEach(PdfTest::isA4);
          assertThat(document.getPages()).allSatisfy(page -> assertThat(fonts(page)).isNotEmpty());
          assertThat(document.getPages())
              .flatMap(PdfTest::fonts)
              .allSatisfy(font -> assertThat(font.isEmbedded()).isTrue());
          return assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("ja");
        });
  }

  private static void isA4(PDPage page) {
    PDRectangle box = page.getMediaBox();
    assertThat(Math.min(box.getWidth(), box.getHeight())).isCloseTo(595.28f, within(1f));
    assertThat(Math.max(box.getWidth(), box.getHeight())).isCloseTo(841.89f, within(1f));
  }

  private static List<PDFont> fonts(PDPage page) {
    return StreamSupport.stream(page.getResources().getFontNames().spliterator(), false)
        .map(name -> font(page, name))
        .toList();
  }

  private static PDFont font(PDPage page, COSName name) {
    try {
      return page.getResources().getFont(name);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  @Test
  void the_progress_ledger_lies_across_the_page() throws IOException {
    PdfReading.with(
        Papers.pdf(SamplePapers.ledger()),
        document -> assertThat(document.getPage(0).getMediaBox().getWidth()).isGreaterThan(800f));
  }

  @Test
  void a_long_agenda_repeats_its_header_and_wraps_long_names() throws IOException {
    byte[] pdf = Papers.pdf(SamplePapers.longAgenda(24));
    keep("long-agenda", pdf);
    List<String> pages = PdfReading.pages(pdf);

    assertThat(pages).hasSizeGreaterThan(2);
    assertThat(pages.subList(1, 3))
        .allSatisfy(page -> assertThat(page).contains("/" + pages.size() + "番号時刻案件番号"));
    assertThat(pages.getLast()).startsWith(pages.size() + "/" + pages.size());
    assertThat(String.join("", pages)).contains("XYZ");
    assertThat(PdfReading.with(pdf, PdfTest::widestText)).isLessThan(595.28f - 40f);
  }

  private static float widestText(PDDocument document) {
    try {
      var reach = new RightEdge();
      reach.getText(document);
      return reach.rightmost();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  @Test
  void the_same_paper_gives_the_same_bytes_in_any_time_zone() {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      byte[] inTokyo = Papers.pdf(SamplePapers.agenda());
      TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
      assertThat(Papers.pdf(SamplePapers.agenda())).isEqualTo(inTokyo);
    } finally {
      TimeZone.setDefault(before);
    }
  }

  /** Kept for a person to look at. */
  private static void keep(String name, byte[] pdf) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "papers"));
    Files.write(folder.resolve(name.replace(' ', '-') + ".pdf"), pdf);
  }
}
