package jp.tsunagu.runtime.site;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form as a page shows it: everything the fragments of {@code site/form} need.
 *
 * @param path of the field within the form, which is also its name in the posted form
 * @param control how it is filled in
 * @param problem what is wrong with it; null where nothing is
 * @param fields those of a section
 * @param rows those of each row
 * @param folded whether it is rarely needed and stands behind the others
 */
public record PageField(
    String path,
    Words words,
    Control control,
    Content content,
    @Nullable String problem,
    List<PageField> fields,
    List<Row> rows,
    boolean folded) {

  /** Keeps unmodifiable copies. */
  public PageField {
    fields = List.copyOf(fields);
    rows = List.copyOf(rows);
  }

  /**
   * What stands beside it.
   *
   * @param help below the label; may be empty
   */
  public record Words(String label, boolean required, String help) {}

  /**
   * What is in it.
   *
   * @param value what was typed, for a control with one value
   * @param options what can be chosen
   */
  public record Content(String value, List<Option> options) {

    /** Keeps an unmodifiable copy. */
    public Content {
      options = List.copyOf(options);
    }
  }

  /** How a field is filled in. */
  public enum Control {
    /** One line of text. */
    LINE,
    /** Several lines of text. */
    LINES,
    TELEPHONE,
    NUMBER,
    /** A day that can be picked. */
    DAY,
    /** A day long ago, typed as people write it. */
    BORN,
    MOMENT,
    /** One of a few. */
    ONE,
    /** One of many. */
    LIST,
    /** Any of them. */
    SEVERAL,
    /** One of a few that are proposed, or one of the others. */
    PROPOSED,
    /** A single tick. */
    TICK,
    /** Fields of its own. */
    SECTION,
    /** The same, which says something by being there. */
    MARK,
    /** Rows with fields of their own. */
    ROWS,
    /** A file that was added, to be taken off again. */
    FILE,
    /** Rows about files, and a place to add one. */
    FILES
  }

  /**
   * Something to choose.
   *
   * @param id of its element
   * @param note what is said beside it; may be empty
   * @param isFurther whether it stands behind what is proposed
   */
  public record Option(
      String id, String code, String label, String note, boolean chosen, boolean isFurther) {}

  /**
   * A row.
   *
   * @param title what a person calls it, with its number
   */
  public record Row(String title, List<PageField> fields) {

    /** Keeps an unmodifiable copy. */
    public Row {
      fields = List.copyOf(fields);
    }

    /** Its fields as they stand together. */
    public FieldGroup group() {
      return FieldGroup.of(fields);
    }
  }

  /** Of its element. */
  public String id() {
    return FormPage.id(path);
  }

  /** See {@link Words}. */
  public String label() {
    return words.label();
  }

  /** See {@link Words}. */
  public boolean required() {
    return words.required();
  }

  /** See {@link Words}. */
  public String help() {
    return words.help();
  }

  /** See {@link Content}. */
  public String value() {
    return content.value();
  }

  /** See {@link Content}. */
  public List<Option> options() {
    return content.options();
  }

  /** Its fields as they stand together. */
  public FieldGroup group() {
    return FieldGroup.of(fields);
  }

  /** Whether what stands behind the proposals is seen: nothing is proposed, or it is chosen. */
  public boolean showsFurther() {
    return options().stream().noneMatch(option -> !option.isFurther() && !option.code().isEmpty())
        || options().stream().anyMatch(option -> option.chosen() && option.isFurther());
  }

  /** Whether anything is wrong in it or in what stands in it. */
  public boolean isWrong() {
    return problem != null || inside().anyMatch(PageField::isWrong);
  }

  /** Whether anything is filled in here or in what stands in it. */
  public boolean isFilled() {
    return !value().isEmpty()
        || options().stream().anyMatch(option -> option.chosen() && !option.code().isEmpty())
        || inside().anyMatch(PageField::isFilled);
  }

  private Stream<PageField> inside() {
    return Stream.concat(fields.stream(), rows.stream().flatMap(row -> row.fields().stream()));
  }
}
