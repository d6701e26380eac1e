package jp.tsunagu.runtime.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import jp.tsunagu.runtime.caller.PersonRole;
import jp.tsunagu.runtime.testing.PdfReading;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A guide for each role, on two pages at most. */
class GuideTest {

  @ParameterizedTest
  @EnumSource(PersonRole.class)
  void a_guide_is_two_pages_at_most_and_nothing_of_it_is_lost(PersonRole role) throws IOException {
    Guide guide = Guide.of(role);
    byte[] pdf = guide.pdf(Instant.parse("2026-11-27T01:00:00Z"));
    Path folder = Files.createDirectories(Path.of("target", "papers"));
    Files.write(folder.resolve("guide-" + role.word() + ".pdf"), pdf);
    List<String> pages = PdfReading.pages(pdf);
    assertThat(pages).hasSizeBetween(1, 2);
    String text = String.join("", pages).replaceAll("つなぐ手引き[^0-9]{3,8}印刷令和.{18}:..[12]/[12]", "");
    assertThat(guide.lead()).isNotEmpty();
    assertThat(guide.sections()).hasSizeGreaterThan(3);
    for (Guide.Section section : guide.sections()) {
      assertThat(text).contains(plain(section.title()));
      section.steps().forEach(step -> assertThat(text).contains(plain(step)));
    }
    assertThat(PdfReading.with(pdf, GuideTest::asPrinted)).contains("1 / " + pages.size());
    assertThat(fonts(pdf)).allMatch(font -> font.contains("BIZUDPGothic"));
  }

  @Test
  void who_leads_finds_the_guide_of_staff_too_and_a_system_none() {
    assertThat(GuideLink.of(Set.of(PersonRole.AGENCY_LEAD)))
        .extracting(GuideLink::address)
        .containsExactly("/guide/agency-staff.pdf", "/guide/agency-lead.pdf", "/guide/outage.pdf");
    assertThat(GuideLink.of(Set.of())).isEmpty();
  }

  @Test
  void what_to_do_while_the_network_is_down_is_one_page_with_room_to_write() throws IOException {
    byte[] pdf = Guide.outage().pdf(Instant.parse("2026-11-27T01:00:00Z"));
    Path folder = Files.createDirectories(Path.of("target", "papers"));
    Files.write(folder.resolve("outage.pdf"), pdf);
    assertThat(PdfReading.pages(pdf))
        .singleElement()
        .satisfies(
            page -> {
              for (Guide.Section section : Guide.outage().sections()) {
                section.steps().forEach(step -> assertThat(page).contains(plain(step)));
              }
              assertThat(page).contains("運用担当", "調整窓口", "実際の日時", "入力した");
            });
  }

  private static String asPrinted(PDDocument document) {
    try {
      return new PDFTextStripper().getText(document);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static List<String> fonts(byte[] pdf) throws IOException {
    return PdfReading.with(
        pdf,
        document ->
            StreamSupport.stream(document.getPages().spliterator(), false)
                .flatMap(
                    page ->
                        StreamSupport.stream(
                                page.getResources().getFontNames().spliterator(), false)
                            .map(name -> fontName(page.getResources(), name)))
                .toList());
  }

  private static String fontName(PDResources resources, COSName name) {
    try {
      return resources.getFont(name).getName();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", "");
  }
}
