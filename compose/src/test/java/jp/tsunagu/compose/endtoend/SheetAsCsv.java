package jp.tsunagu.compose.endtoend;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import jp.tsunagu.connector.sheet.SheetFields;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A つなぐシート in JSON, written as the lines of a CSV file by the headings its declaration gives: what
 * stands once in the first line, and a line for every row.
 */
final class SheetAsCsv {
  private static final String NUMBER = "シート番号";
  private static final String KIND = "区分";

  private final Set<String> headings = new LinkedHashSet<>(List.of(NUMBER, KIND));
  private final List<Map<String, String>> rows = new ArrayList<>();
  private final Map<String, String> once = new LinkedHashMap<>();

  private SheetAsCsv() {}

  static String of(ObjectNode sheet) {
    var csv = new SheetAsCsv();
    csv.add(SheetFields.FORM, sheet);
    if (csv.rows.isEmpty()) {
      csv.rows.add(new LinkedHashMap<>());
    }
    csv.rows.getFirst().putAll(csv.once);
    return csv.text();
  }

  /** The heading under which a field like {@code persons[0].phoneHome} stands. */
  static String heading(String path) {
    Form form = SheetFields.FORM;
    String heading = "";
    for (String name : path.replaceAll("\\[\\d+]", "").split("\\.", -1)) {
      FormField<?> field =
          form.fields().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
      heading = field.label();
      form = inner(field).orElse(form);
    }
    return heading;
  }

  static Optional<Form> inner(FormField<?> field) {
    return switch (field.kind()) {
      case Kind.Group group -> Optional.of(group.form());
      case Kind.Rows some -> Optional.of(some.form());
      default -> Optional.empty();
    };
  }

  private void add(Form form, JsonNode filled) {
    for (FormField<?> field : form.fields()) {
      JsonNode value = filled.path(field.name());
      switch (field.kind()) {
        case Kind.Group group when hasRows(group.form()) -> addSection(group.form(), value);
        case Kind.Group group -> {
          if (group.isMark()) {
            once.put(field.label(), value.isMissingNode() ? "" : "はい");
          }
          add(group.form(), value);
        }
        case Kind.Rows some when !isPair(some.form()) -> addRows(some.form(), Map.of(), value);
        default -> once.put(field.label(), cell(value));
      }
    }
    headings.addAll(once.keySet());
  }

  private void addSection(Form section, JsonNode filled) {
    Map<String, String> own = new LinkedHashMap<>();
    section.fields().stream()
        .filter(field -> !(field.kind() instanceof Kind.Rows))
        .forEach(field -> own.put(field.label(), cell(filled.path(field.name()))));
    for (FormField<?> field : section.fields()) {
      if (field.kind() instanceof Kind.Rows some) {
        addRows(some.form(), own, filled.path(field.name()));
      }
    }
  }

  private void addRows(Form form, Map<String, String> beside, JsonNode filled) {
    headings.addAll(beside.keySet());
    form.fields().forEach(field -> headings.add(field.label()));
    for (JsonNode one : filled) {
      Map<String, String> row = new LinkedHashMap<>(beside);
      row.put(KIND, form.title());
      form.fields().forEach(field -> row.put(field.label(), cell(one.path(field.name()))));
      rows.add(row);
    }
  }

  private static boolean hasRows(Form form) {
    return form.fields().stream().anyMatch(field -> field.kind() instanceof Kind.Rows);
  }

  private static boolean isPair(Form form) {
    return form.fields().size() == 2;
  }

  private static String cell(JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue() ? "はい" : "いいえ";
    }
    if (value.isArray()) {
      return items(value, "/");
    }
    return value.isObject() ? items(value, ":") : value.asString("");
  }

  private static String items(JsonNode list, String between) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(SheetAsCsv::cell)
        .collect(Collectors.joining(between));
  }

  private String text() {
    var text = new StringWriter();
    try (var csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(headings);
      for (Map<String, String> row : rows) {
        row.put(NUMBER, "1");
        csv.writeRecord(headings.stream().map(name -> row.getOrDefault(name, "")).toList());
      }
    } catch (IOException exception) {
      throw new UncheckedIOException("writing text in memory", exception);
    }
    return text.toString();
  }
}
