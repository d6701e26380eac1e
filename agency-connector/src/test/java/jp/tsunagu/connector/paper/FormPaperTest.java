package jp.tsunagu.connector.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.connector.sheet.PaperPerson.Line;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.caseform.CityForms;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import jp.tsunagu.runtime.form.FormExample;
import jp.tsunagu.runtime.form.FormFacts;
import jp.tsunagu.runtime.form.FormReader;
import jp.tsunagu.runtime.form.FormReading;
import jp.tsunagu.runtime.form.FormWriter;
import jp.tsunagu.runtime.form.JsonForm;
import jp.tsunagu.runtime.testing.PdfReading;
import jp.tsunagu.runtime.testing.RightEdge;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every form of a case on A4: whatever was filled in stands on it, and nothing is cut. */
class FormPaperTest {

  private static final Instant NOW = Instant.parse("2026-12-08T01:42:00Z");
  private static final String END = "おわり";

  static Stream<CaseForm> forms() {
    return CityForms.all(NetworkDirectory.EMPTY).stream();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void whatever_was_filled_in_stands_on_the_paper_and_nothing_is_cut(CaseForm form)
      throws IOException {
    List<String> texts = new ArrayList<>();
    ObjectNode content = filled(form.form(), texts);
    byte[] pdf = paper(form, content).pdf();
    Files.createDirectories(Path.of("target", "papers"));
    Files.write(Path.of("target", "papers", "form-" + form.id() + ".pdf"), pdf);

    String text = PdfReading.text(pdf);
    assertThat(text).contains("参考様式", form.title().replaceAll("\\s", ""), "作成機関", "取扱注意");
    assertThat(texts).isNotEmpty().allSatisfy(typed -> assertThat(text).contains(typed));
    for (FormField<?> field : form.form().fields()) {
      if (!field.equals(CaseForm.READERS) && !field.equals(CaseForm.ITEM)) {
        assertThat(text).as(field.name()).contains(field.label().replaceAll("\\s", ""));
      }
    }
    assertThat(PdfReading.with(pdf, FormPaperTest::rightmost)).isLessThan(595.28f - 40f);
    List<String> pages = PdfReading.pages(pdf);
    assertThat(IntStream.range(0, pages.size()).filter(i -> pages.get(i).contains("裏面")))
        .as("the back is one where both sides are printed")
        .hasSize(form.back().isEmpty() ? 0 : 1)
        .allMatch(i -> i % 2 == 1);
    for (int i = 0; i < pages.size(); i++) {
      assertThat(pages.get(i)).contains("取扱注意", (i + 1) + "/" + pages.size());
    }
  }

  private static FormPaper paper(CaseForm form, ObjectNode content) {
    return new FormPaper(
        form,
        "令和8-00412-3",
        List.of(new Line("作成機関", "見本市 調整窓口"), new Line("版", "第2版")),
        FormFacts.of(form.form(), content, NetworkDirectory.EMPTY),
        List.of(),
        new SheetPaper.Printed("見本 山田", NOW));
  }

  /** Every field, each text another, the long ones as long as they may be. */
  private static ObjectNode filled(Form form, List<String> texts) {
    ObjectNode typed = JsonForm.MAPPER.valueToTree(FormExample.of(form).json());
    fill(form, typed, texts);
    FormReading reading = new FormReader(NetworkDirectory.EMPTY, NOW).read(form, typed);
    assertThat(reading).isInstanceOf(FormReading.Usable.class);
    return FormWriter.write(form, ((FormReading.Usable) reading).filled());
  }

  private static void fill(Form form, ObjectNode typed, List<String> texts) {
    for (FormField<?> field : form.fields()) {
      switch (field.kind()) {
        case Kind.Text(int longest, var _) -> {
          String mark = "髙﨑𠮷" + texts.size() + "号";
          texts.add(mark);
          String whole = mark + "夜間に眠れず日中は床にいる。".repeat(longest);
          String end = END + texts.size() + "号";
          texts.add(end);
          typed.put(field.name(), whole.substring(0, longest - end.length()) + end);
        }
        case Kind.Rows(Form row, int _) -> {
          ArrayNode rows = typed.withArray(field.name());
          if (rows.isEmpty()) {
            rows.add(JsonForm.MAPPER.<ObjectNode>valueToTree(FormExample.of(row).json()));
          }
          fill(row, (ObjectNode) rows.get(0), texts);
          if (field.equals(CaseForm.GROUNDS)) {
            ((ObjectNode) rows.get(0)).put("basis", "CONSENT").remove("statute");
          }
        }
        default -> {}
      }
    }
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
