package jp.tsunagu.connector.form;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A filled form in pieces, one for each person it tells of, so that what is of one person can be
 * locked and erased alone. In a piece each row stands in its place among all rows.
 */
final class FormPieces {

  /** The piece of nobody. */
  static final int NOBODY = 0;

  private FormPieces() {}

  /** The pieces by the number of the person; there is always one of nobody. */
  static Map<Integer, ObjectNode> split(Form form, ObjectNode content) {
    Map<Integer, ObjectNode> pieces = new TreeMap<>();
    pieces.put(NOBODY, JsonNodeFactory.instance.objectNode());
    for (FormField<?> field : form.fields()) {
      JsonNode value = content.path(field.name());
      if (CaseForm.isOfPersons(field)) {
        splitRows(pieces, field.name(), value);
      } else if (!value.isMissingNode()) {
        piece(pieces, NOBODY).set(field.name(), value);
      }
    }
    return pieces;
  }

  private static void splitRows(Map<Integer, ObjectNode> pieces, String name, JsonNode rows) {
    for (int place = 0; place < rows.size(); place++) {
      JsonNode row = rows.path(place);
      ArrayNode own = piece(pieces, person(row)).withArray(name);
      while (own.size() < place) {
        own.addNull();
      }
      own.add(row);
    }
  }

  /** Whose row it is. */
  static int person(JsonNode row) {
    return row.path(CaseForm.PERSON.name()).asInt(NOBODY);
  }

  private static ObjectNode piece(Map<Integer, ObjectNode> pieces, int person) {
    return pieces.computeIfAbsent(person, _ -> JsonNodeFactory.instance.objectNode());
  }

  /** What these pieces are together; the rows of a piece that is not there are left out. */
  static ObjectNode join(Form form, Collection<ObjectNode> pieces) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    for (FormField<?> field : form.fields()) {
      if (CaseForm.isOfPersons(field)) {
        ArrayNode rows = joinRows(field.name(), pieces);
        if (!rows.isEmpty()) {
          whole.set(field.name(), rows);
        }
      } else {
        pieces.stream()
            .filter(piece -> piece.has(field.name()))
            .forEach(piece -> whole.set(field.name(), piece.get(field.name())));
      }
    }
    return whole;
  }

  private static ArrayNode joinRows(String name, Collection<ObjectNode> pieces) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    int most = pieces.stream().mapToInt(piece -> piece.path(name).size()).max().orElse(0);
    for (int place = 0; place < most; place++) {
      for (ObjectNode piece : pieces) {
        if (piece.path(name).path(place).isObject()) {
          rows.add(piece.path(name).path(place));
        }
      }
    }
    return rows;
  }
}
