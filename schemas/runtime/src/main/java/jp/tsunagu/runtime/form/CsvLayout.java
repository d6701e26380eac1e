package jp.tsunagu.runtime.form;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import org.jspecify.annotations.Nullable;

/**
 * How a form lies in a CSV file: what stands once in one column each, and rows of several kinds
 * (区分) with columns of their own.
 */
public final class CsvLayout {

  /** The heading under which a line says what kind of row it is. */
  public static final String KIND = "区分";

  private final List<CsvColumn> marks = new ArrayList<>();
  private final List<CsvColumn> flat = new ArrayList<>();
  private final List<RowKind> kinds = new ArrayList<>();

  /**
   * A kind of row.
   *
   * @param name what stands under 区分
   * @param section the path of the section the rows stand in; empty for the form itself
   * @param ofSection columns of that section; the first row that has them counts
   * @param rows the path of the rows
   * @param ofRow columns of a row
   */
  record RowKind(
      String name, String section, List<CsvColumn> ofSection, String rows, List<CsvColumn> ofRow) {

    RowKind {
      ofSection = List.copyOf(ofSection);
      ofRow = List.copyOf(ofRow);
    }

    Stream<CsvColumn> columns() {
      return Stream.concat(ofSection.stream(), ofRow.stream());
    }
  }

  private CsvLayout() {}

  /** The layout of this form. */
  public static CsvLayout of(Form form) {
    CsvLayout layout = new CsvLayout();
    layout.add(form, "");
    return layout;
  }

  /** Columns of groups that say something by being there. */
  List<CsvColumn> marks() {
    return marks;
  }

  /** Columns of what stands once; written in any row. */
  List<CsvColumn> flat() {
    return flat;
  }

  /** The kinds of rows; the first is meant where none is named. */
  List<RowKind> kinds() {
    return kinds;
  }

  /** The kind that is called so; none if there is none such. */
  @Nullable RowKind kind(String name) {
    return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst().orElse(null);
  }

  /** Every heading there is, in the order of the form. */
  public List<String> headings() {
    return Stream.of(
            kinds.isEmpty() ? Stream.<String>empty() : Stream.of(KIND),
            labels().stream(),
            kinds.stream().flatMap(RowKind::columns).map(CsvColumn::label))
        .flatMap(headings -> headings)
        .distinct()
        .toList();
  }

  /** The headings of what stands once; one twice would be two fields in one cell. */
  public List<String> labels() {
    return Stream.concat(marks.stream(), flat.stream()).map(CsvColumn::label).toList();
  }

  private void add(Form form, String prefix) {
    for (FormField<?> field : form.fields()) {
      String path = prefix + field.name();
      switch (field.kind()) {
        case Kind.Group group when hasRows(group.form()) -> addSection(group.form(), path);
        case Kind.Group group -> {
          if (group.isMark()) {
            marks.add(new CsvColumn(field.label(), path, field));
          }
          add(group.form(), path + ".");
        }
        case Kind.Rows rows when !isPair(rows.form()) ->
            kinds.add(new RowKind(rows.form().title(), "", List.of(), path, columns(rows.form())));
        default -> flat.add(new CsvColumn(field.label(), path, field));
      }
    }
  }

  private void addSection(Form section, String path) {
    List<CsvColumn> own = columns(section);
    for (FormField<?> field : section.fields()) {
      if (field.kind() instanceof Kind.Rows rows) {
        kinds.add(new RowKind(rows.form().title(), path, own, field.name(), columns(rows.form())));
      }
    }
  }

  private static List<CsvColumn> columns(Form form) {
    return form.fields().stream()
        .filter(field -> !(field.kind() instanceof Kind.Rows rows) || isPair(rows.form()))
        .map(field -> new CsvColumn(field.label(), field.name(), field))
        .toList();
  }

  private static boolean hasRows(Form form) {
    return form.fields().stream()
        .anyMatch(field -> field.kind() instanceof Kind.Rows rows && !isPair(rows.form()));
  }

  /** Rows of two plain fields fit into one cell: {@code 内容:機関/内容:機関}. */
  private static boolean isPair(Form form) {
    return form.fields().size() == 2
        && form.fields().stream()
            .noneMatch(
                field -> field.kind() instanceof Kind.Rows || field.kind() instanceof Kind.Group);
  }
}
