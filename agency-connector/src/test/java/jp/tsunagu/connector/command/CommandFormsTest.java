package jp.tsunagu.connector.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagu.connector.sheet.SheetFields;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import jp.tsunagu.contract.form.TextOwner;
import jp.tsunagu.runtime.form.CsvLayout;
import org.junit.jupiter.api.Test;

class CommandFormsTest {

  @Test
  void each_is_found_by_its_name_and_by_its_title() {
    for (CommandForm form : CommandForms.all()) {
      assertThat(CommandForms.find(form.name())).contains(form);
      assertThat(CommandForms.find(form.title())).contains(form);
    }
    assertThat(CommandForms.find("支援を終える")).isEmpty();
  }

  @Test
  void a_name_of_a_form_means_one_form() {
    Map<String, List<String>> fields = new HashMap<>();
    forms()
        .flatMap(CommandFormsTest::withSections)
        .forEach(
            form -> {
              List<String> names = form.fields().stream().map(FormField::name).toList();
              assertThat(fields.putIfAbsent(form.name(), names)).as(form.name()).isIn(null, names);
            });
  }

  @Test
  void a_heading_of_a_csv_file_means_one_field() {
    forms()
        .forEach(
            form ->
                assertThat(CsvLayout.of(form).labels()).as(form.name()).doesNotHaveDuplicates());
  }

  @Test
  void every_text_belongs_to_somebody() {
    forms()
        .flatMap(CommandFormsTest::withSections)
        .flatMap(form -> form.fields().stream())
        .filter(field -> field.kind() instanceof Kind.Text && !field.equals(Targets.CASE))
        .forEach(
            field -> assertThat(field.owner()).as(field.label()).isNotEqualTo(TextOwner.NOBODY));
  }

  private static Stream<Form> forms() {
    return Stream.concat(
        Stream.of(SheetFields.FORM), CommandForms.all().stream().map(CommandForm::file));
  }

  private static Stream<Form> withSections(Form form) {
    return Stream.concat(
        Stream.of(form),
        form.fields().stream()
            .flatMap(
                field ->
                    switch (field.kind()) {
                      case Kind.Group group -> withSections(group.form());
                      case Kind.Rows rows -> withSections(rows.form());
                      default -> Stream.empty();
                    }));
  }
}
