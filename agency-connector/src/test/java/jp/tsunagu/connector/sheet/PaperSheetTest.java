package jp.tsunagu.connector.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.connector.paper.SheetPaper;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.connector.sheet.HouseholdForm.HouseholdRow;
import jp.tsunagu.connector.sheet.PaperPerson.Line;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.runtime.testing.PdfReading;
import jp.tsunagu.runtime.testing.RightEdge;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/** つなぐシート on A4, front and back. */
class PaperSheetTest {
  private static final String MINDED = "母には言わないでほしい";
  private static final String LONG = "長女の紹介で来所。夜間に眠れず、日中は床にいる。通院はしているが薬が余っている。".repeat(12) + "おわり";

  @Test
  void every_field_of_a_person_and_every_trouble_stands_on_the_paper() throws IOException {
    String text = PdfReading.text(paper(List.of(sheet(1))).pdf());

    printed()
        .forEach(
            field ->
                assertThat(text).as(field.name()).contains(field.label().replaceAll("\\s", "")));
    for (Trouble trouble : Trouble.values()) {
      String box = trouble == Trouble.CARE ? "■" : "□";
      assertThat(text).contains(box + trouble.label());
    }
    assertThat(text)
        .contains("見本𠮷子1", "みほんよしこ", "昭和22年(1947年)2月4日(火)", "女")
        .contains("世帯構成", "長男", "51歳", "紹介する理由", "担当者", "山田");
  }

  @Test
  void ten_persons_with_long_texts_are_cut_nowhere_and_each_page_says_whose_paper_it_is()
      throws IOException {
    byte[] pdf = paper(List.of(sheet(10))).pdf();
    keep("sheet-of-ten", pdf);
    keep("sheet-of-one", paper(List.of(sheet(1))).pdf());
    List<String> pages = PdfReading.pages(pdf);

    assertThat(pages).hasSizeGreaterThan(4);
    for (int i = 0; i < pages.size(); i++) {
      assertThat(pages.get(i))
          .contains("取扱注意", "印刷見本山田令和8年(2026年)12月8日(火)10:42")
          .contains((i + 1) + "/" + pages.size());
    }
    assertThat(String.join("", pages).split("おわり", -1)).hasSize(10 * stories() + 2);
    assertThat(PdfReading.with(pdf, PaperSheetTest::rightmost)).isLessThan(595.28f - 40f);
  }

  private static int stories() {
    return Math.toIntExact(printed().filter(PersonField::isStory).count());
  }

  private static Stream<PersonField> printed() {
    return Stream.of(PersonField.values()).filter(PersonField::isPrinted);
  }

  @Test
  void what_a_person_asks_to_be_minded_is_on_no_paper_that_others_may_see() throws IOException {
    String text = PdfReading.text(paper(List.of(sheet(1))).pdf());
    assertThat(text).contains("配慮の希望があります。紙には印刷しません。").doesNotContain(MINDED);
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

  @Test
  void what_may_not_be_read_is_not_on_the_paper_and_says_why() throws IOException {
    DossierView held =
        new DossierView(
            DossierId.of("0199a1b2-0000-7000-8000-0000000000a1"),
            CaseId.of("0199a1b2-0000-7000-8000-0000000000a2"),
            Optional.empty(),
            new AgencyId("shakyo"),
            Instant.EPOCH,
            List.of(
                part("person-1", 1, open("{\"name\":\"見本 花子\",\"care\":\"要支援2\"}")),
                part("person-2", 2, new PartView.Content.Locked())));

    String text = PdfReading.text(paper(List.of(PaperSheet.of(held))).pdf());

    assertThat(text).contains("見本花子", "要支援2", "世帯員2本人の撤回により閲覧できません");
    assertThat(text.split("お困りごと", -1)).as("no empty form for who is not shown").hasSize(2);
  }

  private static PartView part(String name, int person, PartView.Content content) {
    return new PartView(
        name,
        PartKind.PERSON,
        Optional.of(new PersonRef(person)),
        Set.of(),
        new PartView.Sharing(Optional.empty(), Set.of()),
        false,
        Optional.empty(),
        content);
  }

  private static PartView.Content open(String json) {
    return new PartView.Content.Open(
        new Sensitive<>(Bytes.copyOf(json.getBytes(StandardCharsets.UTF_8))));
  }

  private static PaperSheet sheet(int persons) {
    return PaperSheet.of(
        new DossierForm(
            IntStream.rangeClosed(1, persons).mapToObj(PaperSheetTest::person).toList(),
            new HouseholdForm(
                new PersonRef(1), true, null, new Sensitive<>(List.of(new HouseholdRow("長男", 51)))),
            new NoteForm(new Sensitive<>(LONG), new PersonRef(1), null),
            new Sensitive<>(new DossierForm.Staff("山田", "0422-00-0000"))));
  }

  private static PersonForm person(int number) {
    Map<PersonField, String> values = new EnumMap<>(PersonField.class);
    for (PersonField field : PersonField.values()) {
      values.put(field, field.isStory() ? LONG : "ア");
    }
    values.put(PersonField.CONSIDERATION, MINDED);
    values.put(PersonField.NAME, "見本 𠮷子" + number);
    values.put(PersonField.KANA, "みほん よしこ");
    values.put(PersonField.BIRTH_DATE, "1947-02-04");
    values.put(PersonField.GENDER, Gender.FEMALE.name());
    values.put(PersonField.ADDRESS, "結市東部一丁目二番地三号社会福祉法人𠮷野会髙﨑地域生活支援センターリヒト指定共同生活援助事業所別館二〇三号室");
    return new PersonForm(
        new PersonRef(number),
        true,
        null,
        Set.of(),
        new Sensitive<>(values),
        new Sensitive<>(EnumSet.of(Trouble.CARE)),
        null);
  }

  private static SheetPaper paper(List<PaperSheet> sheets) {
    return new SheetPaper(
        "令和8-00412-3",
        List.of(new Line("作成機関", "障害相談"), new Line("紹介先", "東部包括")),
        sheets,
        List.of(new Line("受理", "令和8年12月7日(月) 10:02")),
        List.of(
            new SheetPaper.Consented(
                "世帯員1", "包括的支援", "介護、病気・医療", "東部包括、社協", "", "書面 令和8年9月3日(木)", "撤回まで")),
        "",
        new SheetPaper.Printed("見本 山田", Instant.parse("2026-12-08T01:42:00Z")));
  }

  /** Kept for a person to look at. */
  private static void keep(String name, byte[] pdf) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "papers"));
    Files.write(folder.resolve(name + ".pdf"), pdf);
  }
}
