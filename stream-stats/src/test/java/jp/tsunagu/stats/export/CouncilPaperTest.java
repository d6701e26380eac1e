package jp.tsunagu.stats.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.runtime.testing.PdfReading;
import jp.tsunagu.stats.report.Council;
import jp.tsunagu.stats.report.CouncilFigures;
import jp.tsunagu.stats.report.Report;
import jp.tsunagu.stats.testing.CaseStory;
import jp.tsunagu.stats.testing.RandomStory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The page for the council is one page and holds every number. */
class CouncilPaperTest {

  @Test
  void every_number_of_a_usual_year_stands_on_one_page() throws IOException {
    holdsAll(paper("見本市 重層的支援体制", Council.of(usual()), null), "usual");
  }

  @Test
  void a_city_without_any_case_gets_a_page_too() throws IOException {
    holdsAll(paper("見本市", Council.of(List.of()), null), "empty");
  }

  @Test
  void long_names_and_large_numbers_stay_on_it() throws IOException {
    CouncilFigures usual = Council.of(usual());
    List<List<Object>> long_ =
        IntStream.range(0, 6)
            .mapToObj(i -> List.<Object>of("夜間に介助が必要なひとの通院の付き添いと送迎を行う事業所 " + i, 1_234L))
            .toList();
    CouncilFigures large =
        new CouncilFigures(
            usual.days(),
            enlarged(usual.numbers()),
            enlarged(usual.answers()),
            enlarged(usual.openByField()),
            enlarged(usual.consultations()),
            enlarged(usual.programmes()),
            new Report("missing", "不足した社会資源", usual.missing().columns(), long_));
    holdsAll(paper("髙槻𠮷野﨑".repeat(8), large, Report.incomplete(12_345)), "large");
  }

  private static Report enlarged(Report of) {
    return new Report(
        of.name(),
        of.title(),
        of.columns(),
        of.rows().stream()
            .map(
                row ->
                    row.stream()
                        .<Object>map(value -> value instanceof Number ? (Object) 234_567L : value)
                        .toList())
            .toList());
  }

  private static List<CaseStory> usual() {
    List<CaseStory> stories = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      stories.add(
          RandomStory.of(
              new Random(i), i, CaseStory.tokyo("2026-0%d-11T10:00".formatted(4 + i % 6))));
    }
    for (int i = 100; i < 130; i++) {
      stories.add(
          new CaseStory(i)
              .at("2026-%02d-07T10:00".formatted(4 + i % 9))
              .received("desk", "chubu", Field.values()[i % 5])
              .lacking(i % 2 == 0 ? "夜間の見守り" : "通院の付き添い"));
    }
    return stories;
  }

  private static CouncilPaper paper(
      String network, CouncilFigures figures, @Nullable String incomplete) {
    return new CouncilPaper(network, figures, CaseStory.tokyo("2027-01-10T10:00"), incomplete);
  }

  private static void holdsAll(CouncilPaper paper, String name) throws IOException {
    byte[] pdf = paper.pdf();
    Files.createDirectories(Path.of("target", "papers"));
    Files.write(Path.of("target", "papers", "council-" + name + ".pdf"), pdf);
    List<String> pages = PdfReading.pages(pdf);
    assertThat(pages).hasSize(1);
    String text = pages.getFirst();
    for (Report table : paper.figures().tables()) {
      assertThat(text).contains(plain(table.title()));
      for (List<Object> row : table.rows()) {
        boolean hasUnit = table.name().equals("numbers");
        for (Object value : hasUnit ? row.subList(1, 4) : row) {
          assertThat(text)
              .as("%s %s", table.name(), row)
              .contains(plain(CouncilPaper.shown(value)));
        }
      }
    }
    paper.figures().notes().forEach(note -> assertThat(text).contains(plain(note)));
    assertThat(text).contains(plain(paper.network()), "現在", "出典");
    if (paper.incomplete() != null) {
      assertThat(text).contains(plain(paper.incomplete()));
    }
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", "");
  }
}
