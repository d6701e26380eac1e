package jp.tsunagu.runtime.site;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A posted page read as the JSON of its form, so that what a person types is checked by the same
 * rules as what a program sends. Only declared fields are read; blank ones are left out, rows with
 * nothing in them too.
 */
public final class FormPost {

  static final String YES = "はい";
  static final String NO = "いいえ";

  private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[\\s,、，]+");
  private static final Pattern LINES = Pattern.compile("\\R");

  private final Map<String, String[]> posted;

  private FormPost(Map<String, String[]> posted) {
    this.posted = posted;
  }

  /**
   * What was filled in.
   *
   * @param posted names and values as the request has them
   */
  public static ObjectNode read(Form form, Map<String, String[]> posted) {
    return new FormPost(posted).form(form, "");
  }

  private ObjectNode form(Form form, String prefix) {
    ObjectNode read = JsonNodeFactory.instance.objectNode();
    for (FormField<?> field : form.fields()) {
      String path = prefix + field.name();
      switch (field.kind()) {
        case Kind.Group group -> put(read, field, form(group.form(), path + "."), isMarked(path));
        case Kind.Rows rows -> put(read, field, rows(rows, path), false);
        case Kind.SomeOf<?> _, Kind.SomeAgencies _ -> put(read, field, list(values(path)), false);
        case Kind.SomePersons _ -> put(read, field, list(split(path, BETWEEN_NUMBERS)), false);
        case Kind.Moments _ -> put(read, field, list(split(path, LINES)), false);
        default -> values(path).findFirst().ifPresent(text -> read.put(field.name(), text));
      }
    }
    return read;
  }

  private static void put(ObjectNode read, FormField<?> field, JsonNode value, boolean alsoEmpty) {
    if (!value.isEmpty() || alsoEmpty) {
      read.set(field.name(), value);
    }
  }

  private boolean isMarked(String path) {
    return values(path).findFirst().isPresent();
  }

  /** One row more than there may be is kept, so that the form says it is too many. */
  private ArrayNode rows(Kind.Rows rows, String path) {
    ArrayNode read = JsonNodeFactory.instance.arrayNode();
    Pattern row = Pattern.compile(Pattern.quote(path) + "\\[(\\d{1,4})]\\..*");
    TreeSet<Integer> numbers = new TreeSet<>();
    for (String name : posted.keySet()) {
      Matcher found = row.matcher(name);
      if (found.matches()) {
        numbers.add(Integer.parseInt(found.group(1)));
      }
    }
    numbers.stream()
        .map(number -> form(rows.form(), path + "[" + number + "]."))
        .filter(each -> !each.isEmpty())
        .filter(each -> !rows.areFiles() || hasFile(rows, each))
        .limit(rows.most() + 1L)
        .forEach(read::add);
    return read;
  }

  /** What was said of a file that was taken off again goes with it. */
  private static boolean hasFile(Kind.Rows rows, ObjectNode row) {
    return rows.form().fields().stream()
        .anyMatch(field -> field.kind() instanceof Kind.OneFile && row.has(field.name()));
  }

  private Stream<String> split(String path, Pattern between) {
    return values(path).flatMap(between::splitAsStream).filter(text -> !text.isBlank());
  }

  private Stream<String> values(String path) {
    String[] values = posted.get(path);
    return values == null ? Stream.empty() : Stream.of(values).filter(text -> !text.isBlank());
  }

  private static ArrayNode list(Stream<String> texts) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    texts.forEach(list::add);
    return list;
  }

  /** One text or several. */
  static List<String> texts(JsonNode typed) {
    return typed.isArray()
        ? typed.valueStream().map(each -> each.asString("")).toList()
        : typed.isValueNode() ? List.of(typed.asString("")) : List.of();
  }
}
