package jp.tsunagu.contract.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Whether the description of an interface can be used by somebody who has nothing else: every path
 * parameter is there, everything is described in Japanese, every answer has a schema, every refusal
 * is a problem, how to log in is told, and what is answered is what was approved. What is published
 * is kept in {@code target/openapi.json}, so that an independent linter can look at it as well.
 */
public final class OpenApiCheck {

  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
  private static final String JAPANESE = "(?s).*[ぁ-んァ-ヶ一-龠].*";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
  private static final int LONGEST = 10_000_000;

  private final Map<String, Object> document;
  private final List<String> faults = new ArrayList<>();

  private OpenApiCheck(Map<String, Object> document) {
    this.document = document;
  }

  /** Looks at a document. */
  public static void isSound(String json) {
    keep(json);
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LONGEST);
    OpenApiCheck check = new OpenApiCheck(new Yaml(options).load(json));
    check.head();
    check.operations();
    assertThat(check.faults).isEmpty();
    AnswersSnapshot.of(check.document).isApproved();
  }

  private static void keep(String json) {
    try {
      Path file = Path.of("target", "openapi.json");
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, json);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void head() {
    Map<?, ?> info = map(document.get("info"));
    japanese("info.title", info.get("title"));
    japanese("info.description", info.get("description"));
    fault(!(info.get("version") instanceof String), "info.version is missing");
    fault(list(document.get("servers")).isEmpty(), "no server");
    Map<?, ?> schemes = map(map(document.get("components")).get("securitySchemes"));
    fault(
        schemes.values().stream().noneMatch(each -> "bearer".equals(map(each).get("scheme"))),
        "no bearer token");
    list(document.get("tags"))
        .forEach(tag -> japanese("tag " + map(tag).get("name"), map(tag).get("description")));
  }

  private void operations() {
    Set<String> tags =
        list(document.get("tags")).stream()
            .map(tag -> String.valueOf(map(tag).get("name")))
            .collect(Collectors.toSet());
    map(document.get("paths"))
        .forEach(
            (path, item) ->
                map(item)
                    .forEach(
                        (method, operation) -> {
                          if (METHODS.contains(method)) {
                            operation(method + " " + path, map(operation), tags);
                          }
                        }));
  }

  private void operation(String name, Map<?, ?> operation, Set<String> tags) {
    japanese(name + " summary", operation.get("summary"));
    list(operation.get("tags"))
        .forEach(
            tag -> fault(!tags.contains(tag.toString()), name + ": tag not described: " + tag));
    Set<String> wanted = new TreeSet<>();
    VARIABLE.matcher(name).results().forEach(found -> wanted.add(found.group(1)));
    for (Object each : list(operation.get("parameters"))) {
      Map<?, ?> parameter = map(each);
      japanese(name + " parameter " + parameter.get("name"), parameter.get("description"));
      fault(parameter.get("schema") == null, name + ": no schema: " + parameter.get("name"));
      if ("path".equals(parameter.get("in"))) {
        wanted.remove(String.valueOf(parameter.get("name")));
      }
    }
    fault(!wanted.isEmpty(), name + ": path parameters not declared: " + wanted);
    answers(name, map(operation.get("responses")));
  }

  private void answers(String name, Map<?, ?> answers) {
    fault(
        answers.keySet().stream().noneMatch(code -> code.toString().startsWith("2")),
        name + ": no success");
    fault(!answers.containsKey("4XX"), name + ": no refusal");
    answers.forEach(
        (code, answer) -> {
          Map<?, ?> contents = map(map(answer).get("content"));
          fault(contents.isEmpty(), name + " " + code + ": no content");
          contents
              .values()
              .forEach(
                  content ->
                      fault(
                          map(map(content).get("schema")).isEmpty(),
                          name + " " + code + ": no schema"));
        });
  }

  private void japanese(String what, @Nullable Object text) {
    fault(text == null || !text.toString().matches(JAPANESE), what + " is not described");
  }

  private void fault(boolean isOne, String what) {
    if (isOne) {
      faults.add(what);
    }
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
