package jp.tsunagu.connector.sheet;

import java.util.regex.Pattern;
import jp.tsunagu.connector.sheet.CsvColumn.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Cells of the CSV form as JSON values. */
final class CsvCells {

  private static final Pattern SEPARATORS = Pattern.compile("[/\uFF0F;\uFF1B、]");
  private static final Pattern COLON = Pattern.compile("[:\uFF1A]");
  private static final Pattern DOT = Pattern.compile("\\.");

  private CsvCells() {}

  static JsonNode value(Shape shape, String text) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (shape) {
      case TEXT -> json.stringNode(text);
      case LIST -> list(text);
      case YES ->
          switch (text) {
            case "はい" -> json.booleanNode(true);
            case "いいえ" -> json.booleanNode(false);
            default -> json.stringNode(text);
          };
      case EXCLUSIONS -> exclusions(text);
    };
  }

  /** The object that holds the last name of a path, made where it is missing. */
  static ObjectNode parent(ObjectNode root, String path) {
    int cut = path.lastIndexOf('.');
    return cut < 0
        ? root
        : root.withObject("/" + DOT.matcher(path.substring(0, cut)).replaceAll("/"));
  }

  static String lastName(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
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

  private static ArrayNode exclusions(String text) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (JsonNode item : list(text)) {
      String[] pair = COLON.split(item.stringValue(), 2);
      ObjectNode exclusion = list.addObject();
      exclusion.put("detail", pair[0].strip());
      exclusion.put("agency", pair.length > 1 ? pair[1].strip() : "");
    }
    return list;
  }
}
