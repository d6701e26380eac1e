package jp.tsunagu.runtime.form;

import java.util.Collection;
import java.util.Set;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import jp.tsunagu.contract.id.PersonRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form as it is kept: what was filled in as codes, ids and ISO days, whatever way it was typed.
 * {@link FormReader} reads the same from it again.
 */
public final class FormWriter {

  private FormWriter() {}

  /** Writes what was filled in, in the order of the form. */
  public static ObjectNode write(Form form, Filled filled) {
    ObjectNode written = JsonNodeFactory.instance.objectNode();
    for (FormField<?> field : form.fields()) {
      Object value = filled.get(field);
      if (value != null) {
        written.set(field.name(), node(field.kind(), value));
      }
    }
    return written;
  }

  private static JsonNode node(Kind<?> kind, Object value) {
    return switch (value) {
      case Filled group -> write(formOf(kind), group);
      case Collection<?> several -> {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        several.stream()
            .map(each -> node(kind, each))
            .sorted((one, other) -> several instanceof Set ? text(one, other) : 0)
            .forEach(list::add);
        yield list;
      }
      case Integer number -> JsonNodeFactory.instance.numberNode(number);
      case PersonRef person -> JsonNodeFactory.instance.numberNode(person.number());
      case Boolean yes -> JsonNodeFactory.instance.booleanNode(yes);
      case Enum<?> code -> JsonNodeFactory.instance.stringNode(code.name());
      default -> JsonNodeFactory.instance.stringNode(value.toString());
    };
  }

  private static int text(JsonNode one, JsonNode other) {
    return one.asString("").compareTo(other.asString(""));
  }

  private static Form formOf(Kind<?> kind) {
    return switch (kind) {
      case Kind.Group group -> group.form();
      case Kind.Rows rows -> rows.form();
      default -> throw new IllegalArgumentException("no form stands in a field of this kind");
    };
  }
}
