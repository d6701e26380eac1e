package jp.tsunagu.contract.form;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.dossier.FormRef;

/**
 * A form as a value. Everything else about it follows from this one declaration: how it is read
 * from JSON and CSV, its OpenAPI schema with example, its headings and templates.
 *
 * @param ref what it is called between programs; its version grows when a field goes or changes
 * @param title what a person calls it; of a row also its 区分 in a CSV file
 * @param fields in the order of the paper
 * @param checks what no single field can say; each is run over what could be read
 */
public record Form(FormRef ref, String title, List<FormField<?>> fields, List<FormCheck> checks) {

  /** Keeps unmodifiable copies. */
  public Form {
    fields = List.copyOf(fields);
    checks = List.copyOf(checks);
    if (fields.stream().map(FormField::name).distinct().count() < fields.size()) {
      throw new IllegalArgumentException("two fields of one name in " + ref);
    }
  }

  /**
   * The first version of a form.
   *
   * @param id lower case, digits and hyphens
   */
  public static Form of(String id, String title, FormField<?>... fields) {
    return new Form(new FormRef(id, 1), title, List.of(fields), List.of());
  }

  /** Its name and version in one, such as {@code consent-v1}. */
  public String name() {
    return ref.formId() + "-v" + ref.version();
  }

  /** The same with these fields behind its own. */
  public Form and(List<FormField<?>> more) {
    return with(Stream.concat(fields.stream(), more.stream()).toList());
  }

  /** The same with these fields before its own. */
  public Form after(List<FormField<?>> first) {
    return with(Stream.concat(first.stream(), fields.stream()).toList());
  }

  /** The same with this check behind its own. */
  public Form checked(FormCheck check) {
    return new Form(ref, title, fields, Stream.concat(checks.stream(), Stream.of(check)).toList());
  }

  private Form with(List<FormField<?>> all) {
    return new Form(ref, title, all, checks);
  }
}
