package jp.tsunagu.compose.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Every alert is about a figure that some service publishes, and says what to do. */
class OperationRulesTest {

  private static final Path FOLDER = Path.of("operation");

  /** Prometheus's own, and one that Spring Boot publishes of every service. */
  private static final Set<String> NOT_OURS = Set.of("up", "disk_free_bytes");

  private static final Pattern NAME_OF_METER = Pattern.compile("\"(tsunagu(?:\\.[a-z]+)+)\"");
  private static final Pattern NAME_IN_RULE = Pattern.compile("[a-z][a-z_]+(?![a-z_]*\\()");
  private static final Set<String> WORDS = Set.of("or", "and", "by");

  @Test
  void every_rule_is_about_figures_that_a_service_publishes() throws IOException {
    Set<String> published = published();
    for (Map<String, Object> rule : rules()) {
      String expression = String.valueOf(rule.get("expr"));
      Set<String> named =
          NAME_IN_RULE
              .matcher(expression.replaceAll("\\[[0-9a-z]+]", ""))
              .results()
              .map(MatchResult::group)
              .filter(name -> !WORDS.contains(name))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(named).as(expression).isNotEmpty();
      assertThat(published).as(expression).containsAll(named);
    }
  }

  @Test
  void every_rule_has_a_page_and_every_page_a_rule() throws IOException {
    Set<String> alerts =
        rules().stream().map(rule -> String.valueOf(rule.get("alert"))).collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(FOLDER)) {
      Set<String> pages =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".md"))
              .map(name -> name.replace(".md", ""))
              .collect(Collectors.toSet());
      assertThat(pages).isEqualTo(alerts);
    }
    for (Map<String, Object> rule : rules()) {
      Map<?, ?> told = (Map<?, ?>) Objects.requireNonNull(rule.get("annotations"));
      assertThat(told.get("page")).isEqualTo("operation/" + rule.get("alert") + ".md");
      assertThat(Files.readString(Path.of(String.valueOf(told.get("page")))))
          .startsWith("# " + told.get("summary"))
          .contains("## 何が起きているか", "## 何をするか", "## だれに関わるか");
    }
  }

  private static List<Map<String, Object>> rules() throws IOException {
    Map<String, List<Map<String, List<Map<String, Object>>>>> file =
        new Yaml().load(Files.readString(FOLDER.resolve("rules.yml")));
    return Objects.requireNonNull(
        Objects.requireNonNull(file.get("groups")).getFirst().get("rules"));
  }

  /** As Prometheus calls what stands in the sources of the services. */
  private static Set<String> published() throws IOException {
    Set<String> names = new TreeSet<>(NOT_OURS);
    for (String module :
        List.of(
            "referral-gateway",
            "agency-connector",
            "meeting-scheduler",
            "stream-stats",
            "schemas/runtime")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          String source = Files.readString(file);
          if (source.contains("io.micrometer")) {
            NAME_OF_METER
                .matcher(source)
                .results()
                .map(found -> found.group(1).replace('.', '_'))
                .forEach(
                    name -> names.addAll(List.of(name, name + "_total", name + "_seconds_max")));
          }
        }
      }
    }
    return names;
  }
}
