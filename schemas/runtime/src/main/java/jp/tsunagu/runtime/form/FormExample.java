package jp.tsunagu.runtime.form;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.runtime.form.CsvLayout.RowKind;
import org.jspecify.annotations.Nullable;

/**
 * A form with every field filled in, as people and programs are shown it and may begin from: usable
 * as it stands where the city is known.
 */
public final class FormExample {

  private static final String AGENCY = "hokatsu";
  private static final String DAY = "令和8年4月1日";
  private static final String MOMENT = "2026-04-01T10:30:00+09:00";
  private static final String UUID = "0199a3c2-0000-7000-8000-000000000001";
  private static final String MEETING = "shien-kaigi.2026-04-14";

  private final Map<String, Object> values;

  private FormExample(Map<String, Object> values) {
    this.values = values;
  }

  /** An example where no city is known: what it names stands for any name. */
  public static FormExample of(Form form) {
    return new FormExample(values(form, NetworkDirectory.EMPTY, false));
  }

  /**
   * An example of a city, without what may be left out and does not fit together there.
   *
   * @param now what is today for the checks of the form
   */
  public static FormExample of(Form form, NetworkDirectory directory, Instant now) {
    Map<String, Object> values = values(form, directory, false);
    FormReader reader = new FormReader(directory, now);
    if (reader.read(form, JsonForm.MAPPER.valueToTree(values))
        instanceof FormReading.Unusable(var problems)) {
      Set<String> wrong =
          problems.stream().map(FieldProblem::field).collect(Collectors.toUnmodifiableSet());
      leaveOut(form, values, "", wrong);
    }
    return new FormExample(values);
  }

  /** Takes out what is wrong and may be left out, also within sections and rows. */
  private static void leaveOut(
      Form form, Map<String, Object> values, String prefix, Set<String> wrong) {
    for (FormField<?> field : form.fields()) {
      String path = prefix + field.name();
      if (!field.required() && wrong.contains(path)) {
        values.remove(field.name());
      }
      Object value = values.get(field.name());
      switch (field.kind()) {
        case Kind.Group group when value instanceof Map<?, ?> section ->
            leaveOut(group.form(), section(section), path + ".", wrong);
        case Kind.Rows rows
            when value instanceof List<?> list && list.getFirst() instanceof Map<?, ?> row ->
            leaveOut(rows.form(), section(row), path + "[0].", wrong);
        default -> {}
      }
    }
  }

  @SuppressWarnings("unchecked") // made by values(), which keeps names only
  private static Map<String, Object> section(Map<?, ?> values) {
    return (Map<String, Object>) values;
  }

  /** As JSON, in the order of the form. */
  public Map<String, Object> json() {
    return values;
  }

  /**
   * As the lines of a CSV file below the headings of the layout: one, and one for each kind of row.
   */
  public List<List<String>> csv(CsvLayout layout) {
    List<String> headings = layout.headings();
    List<List<String>> lines = new ArrayList<>();
    Map<String, String> first = new LinkedHashMap<>();
    layout.marks().forEach(mark -> first.put(mark.label(), "はい"));
    layout.flat().forEach(column -> first.put(column.label(), cell(values, column.path())));
    if (layout.kinds().isEmpty()) {
      lines.add(line(headings, first));
    }
    for (RowKind kind : layout.kinds()) {
      Map<String, String> row = lines.isEmpty() ? first : new LinkedHashMap<>();
      row.put(CsvLayout.KIND, kind.name());
      String section = kind.section().isEmpty() ? "" : kind.section() + ".";
      kind.ofSection()
          .forEach(column -> row.put(column.label(), cell(values, section + column.path())));
      if (at(values, section + kind.rows()) instanceof List<?> rows
          && rows.getFirst() instanceof Map<?, ?> only) {
        kind.ofRow().forEach(column -> row.put(column.label(), cell(only, column.path())));
      }
      lines.add(line(headings, row));
    }
    return lines;
  }

  private static List<String> line(List<String> headings, Map<String, String> cells) {
    return headings.stream().map(heading -> cells.getOrDefault(heading, "")).toList();
  }

  private static @Nullable Object at(Map<?, ?> map, String path) {
    int cut = path.indexOf('.');
    if (cut < 0) {
      return map.get(path);
    }
    return map.get(path.substring(0, cut)) instanceof Map<?, ?> inner
        ? at(inner, path.substring(cut + 1))
        : null;
  }

  private static String cell(Map<?, ?> map, String path) {
    return switch (at(map, path)) {
      case null -> "";
      case List<?> list -> list.stream().map(FormExample::item).collect(Collectors.joining("/"));
      case Boolean yes -> yes ? "はい" : "いいえ";
      case Object other -> other.toString();
    };
  }

  /** Rows of two fields stand in one cell as {@code 内容:機関}. */
  private static String item(Object item) {
    return item instanceof Map<?, ?> pair
        ? pair.values().stream().map(Object::toString).collect(Collectors.joining(":"))
        : item.toString();
  }

  /** The agencies of the city, where it is known. */
  private static List<String> agencies(NetworkDirectory directory) {
    return directory.agencies().isEmpty()
        ? List.of(AGENCY, "shakyo")
        : directory.agencies().stream().map(agency -> agency.agencyId().value()).toList();
  }

  /**
   * The values of a form.
   *
   * @param isRow whether it is a row, which names another agency than what stands beside it
   */
  private static Map<String, Object> values(Form form, NetworkDirectory directory, boolean isRow) {
    List<String> agencies = agencies(directory);
    Map<String, Object> values = new LinkedHashMap<>();
    int named = 0;
    for (FormField<?> field : form.fields()) {
      if (field.kind() instanceof Kind.Rows rows && rows.areFiles()) {
        continue; // no example can know a file that was handed in
      }
      boolean names = field.kind() instanceof Kind.SomeAgencies;
      values.put(
          field.name(),
          names ? List.of(agencies.get(named % agencies.size())) : value(field, directory, isRow));
      named += names ? 1 : 0;
    }
    return values;
  }

  private static Object value(FormField<?> field, NetworkDirectory directory, boolean isRow) {
    return switch (field.kind()) {
      case Kind.Text text ->
          switch (text.holds()) {
            case WORDS -> field.label() + "の見本";
            case NAME -> "架空";
            case TELEPHONE -> "042-000-0000";
          };
      case Kind.OneOf<?> one -> one.choice().coded().getFirst().code();
      case Kind.SomeOf<?> some -> List.of(some.choice().coded().getFirst().code());
      case Kind.Whole whole -> whole.least();
      case Kind.OnePerson _ -> 1;
      case Kind.SomePersons _ -> List.of(1);
      case Kind.YesNo(boolean example) -> example;
      case Kind.Day _ -> DAY;
      case Kind.Moment _ -> MOMENT;
      case Kind.Moments _ -> List.of(MOMENT);
      case Kind.OneFile _, Kind.Uuid _, Kind.OneItem _ -> UUID;
      case Kind.OneAgency _, Kind.SomeAgencies _ -> {
        List<String> agencies = agencies(directory);
        yield isRow && agencies.size() > 1 ? agencies.get(1) : agencies.getFirst();
      }
      case Kind.OneMeeting _ -> MEETING;
      case Kind.Listed listed ->
          listed.list().apply(directory).stream().map(Coded::code).findFirst().orElse("other");
      case Kind.Group group -> values(group.form(), directory, isRow);
      case Kind.Rows rows -> List.of(values(rows.form(), directory, true));
    };
  }
}
