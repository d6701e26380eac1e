package jp.tsunagu.contract.caseform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.AddedField;
import jp.tsunagu.contract.directory.AddedKind;
import jp.tsunagu.contract.directory.AddedSection;
import jp.tsunagu.contract.directory.DirectoryRecord.CityForm;
import jp.tsunagu.contract.directory.FormChoice;
import jp.tsunagu.contract.directory.FormOwner;
import jp.tsunagu.contract.directory.FormWording;
import jp.tsunagu.contract.directory.FormWords;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import jp.tsunagu.contract.form.TextOwner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a city can change of a form, and what stays as declared whatever it says. */
class FormChangeTest {

  static Stream<CaseForm> forms() {
    return CityForms.all(NetworkDirectory.EMPTY).stream();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void own_words_for_every_field_change_neither_its_owner_nor_what_it_tells(CaseForm form) {
    List<FormWording> all =
        fields(form.form()).keySet().stream()
            .map(path -> new FormWording(path, "市の" + path, "市のヒント"))
            .toList();
    CityForm city = new CityForm(form.id(), "市の様式", all, List.of(), List.of(), List.of());
    Map<String, FormField<?>> before = fields(form.form());
    Map<String, FormField<?>> after = fields(applied(city).form());
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.forEach(
        (path, field) -> {
          FormField<?> was = Objects.requireNonNull(before.get(path));
          assertThat(field.owner()).as(path).isEqualTo(was.owner());
          assertThat(field.tells()).as(path).isEqualTo(was.tells());
          assertThat(field.required()).as(path).isEqualTo(was.required());
          assertThat(field.label())
              .as(path)
              .isEqualTo(decidesWhoReads(path) ? was.label() : "市の" + path);
        });
    assertThat(FormChange.objections(city))
        .as("each of those that decide who reads what is refused, and no other")
        .hasSize((int) before.keySet().stream().filter(path -> decidesWhoReads(path)).count())
        .allSatisfy(one -> assertThat(one.problem()).contains("だれに渡るかを決める欄"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void whatever_is_retired_is_read_and_not_asked_and_nothing_that_decides_who_reads_can_be(
      CaseForm form) {
    for (String path : fields(form.form()).keySet()) {
      CityForm city = new CityForm(form.id(), null, List.of(), List.of(path), List.of(), List.of());
      CaseForm changed = applied(city);
      assertThat(fields(changed.form()).keySet()).contains(path);
      assertThat(fields(changed.asked()).keySet().contains(path))
          .as(path)
          .isEqualTo(
              path.matches("(applicants|exclusions)(\\..*)?")
                  || (decidesWhoReads(path) && !path.startsWith("statement")));
    }
  }

  /** Once in its own words: what no test of the program's own list would notice. */
  private static boolean decidesWhoReads(String path) {
    return path.matches("item|writtenOn|author|statement(Version)?|readers|(grounds|files)(\\..*)?")
        || (path.matches(".*\\.(person|about|by)") && !path.startsWith("adequacy"));
  }

  @Test
  void what_is_added_says_whose_it_is_and_stands_in_its_place() {
    CityForm city =
        new CityForm(
            "plan",
            null,
            List.of(),
            List.of(),
            List.of(new AddedSection("siblings", "きょうだい", true, false)),
            List.of(
                field("supports", "cost", FormOwner.PERSON, DetailKind.WORK_AND_INCOME),
                field("siblings", "school", FormOwner.PERSON, null),
                field("", "place", FormOwner.AGENCY, null)));
    assertThat(FormChange.objections(city)).isEmpty();
    Map<String, FormField<?>> fields = fields(applied(city).asked());
    assertThat(fields.get("supports.cost"))
        .extracting(FormField::owner, FormField::tells)
        .containsExactly(TextOwner.PERSON, DetailKind.WORK_AND_INCOME);
    assertThat(fields.get("siblings.school"))
        .extracting(FormField::owner, FormField::tells)
        .as("its row says what it tells")
        .containsExactly(TextOwner.PERSON, null);
    assertThat(fields).containsKeys("siblings.person", "siblings.about");
    assertThat(Objects.requireNonNull(fields.get("place")).owner()).isEqualTo(TextOwner.AGENCY);
    assertThat(applied(city).back()).contains("supports", "siblings");
    assertThat(applied(city).asked().fields().getLast()).isEqualTo(CaseForm.GROUNDS);
    assertThat(sectionIds(applied(city)))
        .as("a section that two forms have in common is changed in one of them alone")
        .doesNotContain("case-form-planned-support")
        .contains("case-form-plan-supports");
  }

  private static List<String> sectionIds(CaseForm form) {
    return form.form().fields().stream()
        .map(FormField::kind)
        .filter(Kind.Rows.class::isInstance)
        .map(kind -> ((Kind.Rows) kind).form().ref().formId())
        .toList();
  }

  @Test
  void a_field_without_owner_or_what_it_tells_is_refused_and_left_out() {
    refuse("fields[1].tells", field("goals2", "x", FormOwner.PERSON, null), "goals2");
    refuse("fields[1].owner", field("", "x", FormOwner.PERSON, DetailKind.DEBT), null);
    refuse("fields[1].owner", field("goals", "x", FormOwner.AGENCY, null), null);
    refuse("fields[1].tells", field("", "x", FormOwner.AGENCY, DetailKind.DEBT), null);
    refuse("fields[1].owner", field("", "x", FormOwner.UNKNOWN, null), null);
    refuse("fields[1].section", field("adequacy", "x", FormOwner.AGENCY, null), null);
    refuse("fields[1].section", field("grounds", "x", FormOwner.PERSON, DetailKind.DEBT), null);
    refuse("fields[1].name", field("goals", "goal", FormOwner.PERSON, DetailKind.CARE), null);
    refuse("fields[1].name", field("", "Name", FormOwner.AGENCY, null), null);
    refuse("fields[1].kind", choice(AddedKind.UNKNOWN), null);
    refuse("fields[1].choices", choice(AddedKind.ONE_OF), null);
    refuse("fields[1].choices", choice(AddedKind.DAY, new FormChoice("A", "あ")), null);
    refuse(
        "fields[1].choices",
        choice(AddedKind.ONE_OF, new FormChoice("A", "あ"), new FormChoice("A", "い")),
        null);
  }

  private static void refuse(String place, AddedField field, @Nullable String section) {
    CityForm city =
        new CityForm(
            "plan",
            null,
            List.of(),
            List.of(),
            section == null ? List.of() : List.of(new AddedSection(section, "行", false, false)),
            List.of(field));
    assertThat(FormChange.objections(city)).extracting(FormObjection::place).containsExactly(place);
    String path = field.section().isEmpty() ? field.name() : field.section() + "." + field.name();
    if (!path.equals("goals.goal")) {
      assertThat(fields(applied(city).form())).doesNotContainKey(path);
    }
  }

  @Test
  void a_form_of_the_city_s_own_has_a_title_and_rows_of_persons() {
    CityForm bare = new CityForm("own-plan", null, List.of(), List.of(), List.of(), List.of());
    assertThat(FormChange.objections(bare))
        .extracting(FormObjection::place)
        .containsExactly("title", "");
    CityForm unnamed =
        new CityForm(
            "gathering",
            "情報収集",
            List.of(),
            List.of(),
            List.of(new AddedSection("rows", "行", true, true)),
            List.of());
    assertThat(FormChange.objections(unnamed))
        .as("the network knows it by name and declares nothing of it")
        .extracting(FormObjection::place)
        .containsExactly("form");
  }

  @Test
  void what_is_stated_is_the_city_s_where_somebody_signs_and_nowhere_else() {
    CityForm own = stating("coordination-application", 2, "結市の文面です。");
    assertThat(FormChange.objections(own)).isEmpty();
    assertThat(applied(own).statement()).isEqualTo(new Statement(2, List.of("結市の文面です。")));
    assertThat(applied(own).asked().fields())
        .extracting(FormField::name)
        .doesNotContain("statement");
    assertThat(FormChange.objections(stating("plan", 2, "文面")))
        .extracting(FormObjection::place)
        .containsExactly("statement");
    assertThat(applied(stating("plan", 2, "文面")).statement().isThere()).isFalse();
  }

  private static CityForm stating(String form, int version, String sentence) {
    return new CityForm(
        form, null, List.of(), List.of(), List.of(), List.of(), version, List.of(sentence));
  }

  @Test
  void what_a_newer_program_says_of_a_form_lowers_nothing_here() {
    CityForm newer =
        new CityForm(
            "plan",
            null,
            List.of(new FormWording("supports.by", "担当", null)),
            List.of("goals.about"),
            List.of(),
            List.of(field("", "secret", FormOwner.UNKNOWN, null)));
    CaseForm form = applied(newer);
    CaseForm declared = CityForms.find("plan", NetworkDirectory.EMPTY).orElseThrow();
    assertThat(form.asked()).isEqualTo(declared.asked());
  }

  private static AddedField field(
      String section, String name, FormOwner owner, @Nullable DetailKind tells) {
    return new AddedField(
        section, name, new FormWords("欄", ""), AddedKind.LINE, List.of(), false, owner, tells);
  }

  private static AddedField choice(AddedKind kind, FormChoice... choices) {
    return new AddedField(
        "", "x", new FormWords("欄", ""), kind, List.of(choices), false, FormOwner.AGENCY, null);
  }

  private static CaseForm applied(CityForm city) {
    return CityForms.find(city.formId(), NetworkDirectory.EMPTY.with(List.of(city))).orElseThrow();
  }

  private static Map<String, FormField<?>> fields(Form form) {
    Map<String, FormField<?>> fields = new LinkedHashMap<>();
    for (FormField<?> field : form.fields()) {
      fields.put(field.name(), field);
      List<FormField<?>> inner = new ArrayList<>();
      switch (field.kind()) {
        case Kind.Rows(Form row, int _) -> inner.addAll(row.fields());
        case Kind.Group(Form group, boolean _) -> inner.addAll(group.fields());
        default -> {}
      }
      inner.forEach(each -> fields.put(field.name() + "." + each.name(), each));
    }
    return fields;
  }
}
