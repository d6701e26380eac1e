package jp.tsunagu.contract.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a service answers, as it was reviewed: each address with the type of its answer, each type
 * with its members. It stands in {@code src/test/resources/answers.txt} of the service; {@code
 * -Danswers=write} writes it anew.
 */
final class AnswersSnapshot {

  private static final Path APPROVED = Path.of("src", "test", "resources", "answers.txt");
  private static final String REFERENCE = "#/components/schemas/";

  private final Map<?, ?> schemas;
  private final Map<String, String> answers = new TreeMap<>();
  private final Map<String, String> types = new TreeMap<>();
  private final Deque<String> open = new ArrayDeque<>();

  private AnswersSnapshot(Map<String, Object> document) {
    this.schemas = map(map(document.get("components")).get("schemas"));
    map(document.get("paths"))
        .forEach(
            (path, item) ->
                map(item).forEach((method, operation) -> answer(path, method, map(operation))));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (!types.containsKey(name)) {
        types.put(name, "");
        types.put(name, members(map(schemas.get(name))));
      }
    }
  }

  static AnswersSnapshot of(Map<String, Object> document) {
    return new AnswersSnapshot(document);
  }

  void isApproved() {
    try {
      if ("write".equals(System.getProperty("answers"))) {
        Files.createDirectories(Path.of("src", "test", "resources"));
        Files.writeString(APPROVED, text());
      }
      assertThat(Files.exists(APPROVED) ? Files.readString(APPROVED) : "")
          .as("what is answered has changed; review it and run with -Danswers=write")
          .isEqualTo(text());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String text() {
    return lines(answers, " -> ") + "\n" + lines(types, "\n");
  }

  private static String lines(Map<String, String> all, String between) {
    return all.entrySet().stream()
        .map(entry -> entry.getKey() + between + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private void answer(Object path, Object method, Map<?, ?> operation) {
    map(operation.get("responses"))
        .forEach(
            (status, answer) -> {
              Set<String> told = new TreeSet<>();
              map(map(answer).get("content"))
                  .forEach(
                      (media, content) ->
                          told.add(media + " " + type(map(map(content).get("schema")))));
              if (status.toString().startsWith("2")) {
                answers.put(method + " " + path, status + " " + String.join(", ", told));
              }
            });
  }

  private String members(Map<?, ?> schema) {
    Map<String, String> members = new TreeMap<>();
    map(schema.get("properties"))
        .forEach((name, member) -> members.put("  " + name, type(map(member))));
    return members.isEmpty() ? "  " + type(schema) : lines(members, ": ").stripTrailing();
  }

  private String type(Map<?, ?> schema) {
    if (schema.get("$ref") instanceof String reference) {
      String name = reference.substring(REFERENCE.length());
      open.push(name);
      return name;
    }
    if (schema.get("anyOf") instanceof List<?> choices) {
      return choices.stream().map(each -> type(map(each))).collect(Collectors.joining(" | "));
    }
    if (schema.containsKey("items")) {
      return "[" + type(map(schema.get("items"))) + "]";
    }
    if (schema.containsKey("properties")) {
      return map(schema.get("properties")).entrySet().stream()
          .map(member -> member.getKey() + ": " + type(map(member.getValue())))
          .sorted()
          .collect(Collectors.joining(", ", "{", "}"));
    }
    Object type = schema.get("type");
    Object format = schema.get("format");
    return (type == null ? "any" : type) + (format == null ? "" : " " + format);
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
