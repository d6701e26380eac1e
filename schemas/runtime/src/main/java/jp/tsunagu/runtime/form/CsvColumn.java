package jp.tsunagu.runtime.form;

import java.util.List;
import java.util.regex.Pattern;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A column of a CSV file and where its cells go.
 *
 * @param label the heading, as it stands in the first line
 * @param path of the JSON field, below the object of the row
 */
record CsvColumn(String label, String path, FormField<?> field) {

  private static final Pattern SEPARATORS = Pattern.compile("[/\uFF0F;\uFF1B、]");
  private static final Pattern COLON = Pattern.compile("[:\uFF1A]");

  /** The value of a cell; several are separated by {@code /}, {@code ;} or {@code 、}. */
  JsonNode value(String text) {
    return switch (field.kind()) {
      case Kind.SomeOf<?> _, Kind.SomePersons _, Kind.SomeAgencies _, Kind.Moments _ -> list(text);
      case Kind.Rows pairs -> pairs(pairs.form(), text);
      default -> JsonNodeFactory.instance.stringNode(text);
    };
  }

  private static ArrayNode list(String text) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    SEPARATORS
        .splitAsStream(text)
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .forEach(list::add);
    return list;
  }

  /** Several {@code 内容:機関}. */
  private static ArrayNode pairs(Form pair, String text) {
    List<String> names = pair.fields().stream().map(FormField::name).toList();
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (JsonNode item : list(text)) {
      String[] cells = COLON.split(item.stringValue(), 2);
      ObjectNode object = list.addObject();
      object.put(names.getFirst(), cells[0].strip());
      object.put(names.getLast(), cells.length > 1 ? cells[1].strip() : "");
    }
    return list;
  }
}
