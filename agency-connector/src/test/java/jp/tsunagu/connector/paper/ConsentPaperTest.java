package jp.tsunagu.connector.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.connector.paper.SheetPaper.Consented;
import jp.tsunagu.connector.paper.SheetPaper.Printed;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.runtime.testing.PdfReading;
import jp.tsunagu.runtime.testing.RightEdge;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/** 同意書 on A4. */
class ConsentPaperTest {

  private static final List<String> MANY =
      IntStream.rangeClosed(1, 200)
          .mapToObj(i -> "社会福祉法人𠮷野会髙﨑地域生活支援センター第%03d".formatted(i))
          .toList();

  @Test
  void a_consent_is_one_leaf_to_be_signed_with_the_version_of_its_sentences() throws IOException {
    List<String> pages = kept("consent", paper(List.of(one("社協、東部包括"), one("障害相談"))));

    assertThat(pages).as("nothing stands on the back of the first").hasSize(3);
    assertThat(pages.get(1)).doesNotContain("同意書");
    for (String page : List.of(pages.getFirst(), pages.getLast())) {
      assertThat(page)
          .contains("取扱注意", "文面第1版", "印刷見本山田", "署名", "説明した人", "いつでも", "世帯員1")
          .contains("だれの", "目的", "伝えてよい内容", "伝えてよい相手", "除くもの", "いつまで");
    }
  }

  @Test
  void two_hundred_receivers_and_every_detail_are_cut_nowhere() throws IOException {
    ConsentPaper paper = paper(List.of(one(MANY.stream().collect(Collectors.joining("、")))));
    String text = String.join("", kept("consent-of-many", paper));

    assertThat(text).contains(MANY);
    for (DetailKind kind : DetailKind.values()) {
      assertThat(text).contains(kind.label().replaceAll("\\s", ""));
    }
    assertThat(PdfReading.with(paper.pdf(), ConsentPaperTest::rightmost)).isLessThan(595.28f - 40f);
  }

  @Test
  void one_that_was_taken_back_says_so_and_a_case_without_any_too() throws IOException {
    assertThat(kept("consent-taken-back", paper(List.of(one("")))).getFirst()).contains("取り消されました");
    assertThat(kept("consent-none", paper(List.of())).getFirst()).contains("同意の記録はありません");
  }

  private static ConsentPaper paper(List<Consented> consents) {
    return new ConsentPaper(
        "令和8-00412-3",
        "東部包括",
        consents,
        new Printed("見本 山田", Instant.parse("2026-12-08T01:42:00Z")));
  }

  private static Consented one(String recipients) {
    return new Consented(
        "世帯員1",
        "包括的支援",
        Stream.of(DetailKind.values()).map(DetailKind::label).collect(Collectors.joining("、")),
        recipients,
        recipients.length() > 100 ? recipients : "",
        "書面 令和8年9月3日(木)",
        "撤回まで");
  }

  /** Kept for a person to look at. */
  private static List<String> kept(String name, ConsentPaper paper) throws IOException {
    byte[] pdf = paper.pdf();
    Path folder = Files.createDirectories(Path.of("target", "papers"));
    Files.write(folder.resolve(name + ".pdf"), pdf);
    return PdfReading.pages(pdf);
  }

  private static float rightmost(PDDocument document) {
    try {
      var reach = new RightEdge();
      reach.getText(document);
      return reach.rightmost();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
