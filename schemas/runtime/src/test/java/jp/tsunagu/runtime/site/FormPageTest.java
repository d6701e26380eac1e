package jp.tsunagu.runtime.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.contract.directory.AgencyKind;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.form.FormReader;
import jp.tsunagu.runtime.form.FormReading;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A page of a form follows from its declaration, both ways. */
class FormPageTest {

  private static final NetworkDirectory NOBODY = NetworkDirectory.EMPTY;
  private static final Map<String, String[]> POSTED =
      posted(
          "text", "  一行  ",
          "colour", "RED",
          "some", "A",
          "some", "C",
          "numbers", "1、3 5",
          "share", "いいえ",
          "sure", "はい",
          "born", "昭和47年5月30日",
          "at", "2026-09-02T10:30",
          "times", "2026-10-01T10:00\r\n\r\n2026-10-02T10:00",
          "listed", "east",
          "mark", "はい",
          "rows[0].wish", "",
          "rows[4].name", "見本 花子",
          "rows[4].inner[0].relation", "長男",
          "rows[4].inner[0].age", "50",
          "_csrf", "abc",
          "unknown", "x");

  @Test
  void every_declared_field_stands_on_the_page_by_its_path() {
    FormPage page = FormPage.empty(TryForm.FORM, NOBODY, Set.of());
    assertThat(paths(page.getFields()))
        .containsAll(declared(TryForm.FORM, "", 0))
        .contains("rows[0].wish", "mark.marked");
  }

  @Test
  void what_is_posted_is_read_as_the_JSON_of_the_form() {
    ObjectNode read = FormPost.read(TryForm.FORM, POSTED);
    assertThat(reading(read)).isInstanceOf(FormReading.Usable.class);
    assertThat(read.path("rows").size()).as("an empty row is none").isEqualTo(1);
    assertThat(read.path("rows").path(0).path("inner").path(0).path("age").asString(""))
        .isEqualTo("50");
    assertThat(read.has("mark")).as("a mark without anything in it").isTrue();
    assertThat(read.propertyNames()).doesNotContain("_csrf", "unknown", "phone");
  }

  @Test
  void what_was_typed_is_still_there_when_the_form_comes_back() {
    ObjectNode read = FormPost.read(TryForm.FORM, POSTED);
    FormPage page = new FormPage(TryForm.FORM, NOBODY, read, List.of(), "rows", Set.of());
    assertThat(page.field("text").value()).isEqualTo("  一行  ");
    assertThat(page.field("some").options())
        .filteredOn(PageField.Option::chosen)
        .extracting(PageField.Option::code)
        .containsExactly("A", "C");
    assertThat(page.field("share").options())
        .filteredOn(PageField.Option::chosen)
        .extracting(PageField.Option::code)
        .containsExactly("いいえ");
    assertThat(page.field("rows").rows()).as("and one row more, as asked for").hasSize(2);
    assertThat(page.field("rows").rows().getFirst().fields().getFirst().value()).isEqualTo("見本 花子");
    assertThat(page.field("mark").value()).isEqualTo("はい");
  }

  @Test
  void what_is_wrong_stands_at_its_field_and_in_the_list_on_top() {
    ObjectNode read =
        FormPost.read(TryForm.FORM, posted("born", "3026-01-01", "rows[0].wish", "何か"));
    List<FieldProblem> found = ((FormReading.Unusable) reading(read)).problems();
    FormPage page = new FormPage(TryForm.FORM, NOBODY, read, found, "", Set.of());
    assertThat(page.getProblems())
        .extracting(FormPage.Listed::id)
        .contains("f-text", "f-colour", "f-born", "f-rows-0-name");
    assertThat(page.field("born").problem()).contains("範囲の外");
    assertThat(page.field("born").value()).isEqualTo("3026-01-01");
    assertThat(page.field("rows").isWrong()).isTrue();
  }

  @Test
  void a_problem_of_something_within_a_field_is_told_at_the_field() {
    FieldProblem inside = new FieldProblem("some[1]", "選べる値ではありません。", "");
    FieldProblem nowhere = new FieldProblem("elsewhere", "知らない項目です。", "");
    FormPage page =
        new FormPage(
            TryForm.FORM,
            NOBODY,
            FormPost.read(TryForm.FORM, Map.of()),
            List.of(inside, nowhere),
            "",
            Set.of());
    assertThat(page.field("some").problem()).isEqualTo("選べる値ではありません。");
    assertThat(page.getProblems()).extracting(FormPage.Listed::id).containsExactly("f-some", "");
  }

  @Test
  void a_section_of_which_nothing_is_written_lacks_each_thing_that_must_be_in_it() {
    Form section =
        Form.of(
            "outer",
            "外",
            FormField.group(
                    "part",
                    Form.of(
                        "part",
                        "部分",
                        FormField.text("must", "要る", 9).must(),
                        FormField.text("may", "要らない", 9)))
                .must()
                .hint("must を書いてください。"));
    FormReading reading =
        new FormReader(NOBODY, Instant.EPOCH).read(section, FormPost.read(section, Map.of()));
    FormPage page =
        new FormPage(
            section,
            NOBODY,
            FormPost.read(section, Map.of()),
            ((FormReading.Unusable) reading).problems(),
            "",
            Set.of());
    assertThat(page.getProblems())
        .containsExactly(new FormPage.Listed("f-part-must", "要る", "要るの記入がありません。"));
  }

  @Test
  void a_page_calls_fields_as_they_are_labelled_there() {
    FormWords words = FormWords.of(TryForm.FORM);
    assertThat(words.forPeople("text を書くか、sure(確かめました)を true にしてください。"))
        .isEqualTo("「一行」を書くか、「確かめました」を「はい」にしてください。");
    assertThat(words.forPeople("rows の欄に書いてください。")).isEqualTo("「人」の欄に書いてください。");
    assertThat(words.forPeople("例: S47.5.30、elsewhere")).isEqualTo("例: S47.5.30、elsewhere");
  }

  @Test
  void a_hint_says_nothing_of_fields_that_its_page_does_not_have() {
    FormWords words = FormWords.of(TryForm.FORM);
    assertThat(words.hint("番号で書きます。ふたり以上なら persons の欄に書いてください。")).isEqualTo("番号で書きます。");
    assertThat(words.hint("persons にあれば、それによります。")).isEmpty();
    assertThat(words.hint("rows の欄に、機関IDを書いてください。例: 2026-11-21 15:00"))
        .isEqualTo("「人」の欄に、機関IDを書いてください。例: 2026-11-21 15:00");
    assertThat(words.hint("確かめて「はい」(true)にします。いいえ(false)なら外します。"))
        .isEqualTo("確かめて「はい」にします。いいえなら外します。");
  }

  @Test
  void who_is_hidden_is_no_choice_but_where_everybody_may_be_named() {
    Form form =
        Form.of(
            "try",
            "試し",
            FormField.agency("one", "相手"),
            FormField.agencies("some", "相手たち"),
            FormField.everyAgency("all", "知らせない機関"));
    NetworkDirectory two = NOBODY.with(List.of(agency("shakyo"), agency("shogai")));
    FormPage page =
        new FormPage(
            form,
            two,
            FormPost.read(form, Map.of()),
            List.of(),
            "",
            Set.of(),
            new Offers(Set.of(new AgencyId("shogai"))));
    assertThat(codes(page, "one")).containsExactly("shakyo");
    assertThat(codes(page, "some")).containsExactly("shakyo");
    assertThat(codes(page, "all")).containsExactly("shakyo", "shogai");
  }

  @Test
  void what_must_be_filled_in_is_never_folded_away() {
    FormPage page = FormPage.empty(TryForm.FORM, NOBODY, Set.of("colour", "one"));
    assertThat(page.getGroup().open()).extracting(PageField::path).contains("colour");
    assertThat(page.getGroup().behind()).extracting(PageField::path).containsExactly("one");
  }

  private static List<String> codes(FormPage page, String field) {
    return page.field(field).options().stream().map(PageField.Option::code).toList();
  }

  private static Agency agency(String id) {
    return new Agency(
        new AgencyId(id),
        id,
        AgencyKind.OTHER,
        StatisticsField.OTHER,
        Participation.CONNECTOR,
        Set.of(),
        false,
        null);
  }

  @Test
  void no_more_rows_are_shown_or_read_than_there_may_be_and_one_that_is_refused() {
    Map<String, String[]> posted = new HashMap<>();
    for (int row = 0; row < 20; row++) {
      posted.put("rows[" + row + "].name", new String[] {"見本"});
    }
    assertThat(FormPost.read(TryForm.FORM, posted).path("rows").size()).isEqualTo(4);
  }

  private static FormReading reading(ObjectNode read) {
    return new FormReader(NOBODY, Instant.parse("2026-09-03T01:20:00Z")).read(TryForm.FORM, read);
  }

  private static Map<String, String[]> posted(String... namesAndValues) {
    Map<String, List<String>> all = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      all.computeIfAbsent(namesAndValues[i], _ -> new ArrayList<>()).add(namesAndValues[i + 1]);
    }
    Map<String, String[]> posted = new HashMap<>();
    all.forEach((name, values) -> posted.put(name, values.toArray(String[]::new)));
    return posted;
  }

  private static List<String> paths(List<PageField> fields) {
    List<String> paths = new ArrayList<>();
    for (PageField field : fields) {
      paths.add(field.path());
      paths.addAll(paths(field.fields()));
      field.rows().forEach(row -> paths.addAll(paths(row.fields())));
    }
    return paths;
  }

  /** Those of the form and of the first row of its rows. */
  private static List<String> declared(Form form, String prefix, int depth) {
    List<String> paths = new ArrayList<>();
    for (FormField<?> field : form.fields()) {
      paths.add(prefix + field.name());
      if (field.kind() instanceof Kind.Group group) {
        paths.addAll(declared(group.form(), prefix + field.name() + ".", depth));
      } else if (field.kind() instanceof Kind.Rows rows && depth == 0) {
        paths.addAll(declared(rows.form(), prefix + field.name() + "[0].", 1));
      }
    }
    return paths;
  }
}
