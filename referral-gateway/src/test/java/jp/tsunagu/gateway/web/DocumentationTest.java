package jp.tsunagu.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.gateway.testing.RunningReadSide;
import jp.tsunagu.gateway.testing.SharedReadSide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(SharedReadSide.class)
class DocumentationTest {

  private final RunningReadSide readSide;

  DocumentationTest(RunningReadSide readSide) {
    this.readSide = readSide;
  }

  @Test
  void every_path_is_documented_in_japanese() {
    JsonNode documented = document().get("paths");
    Set<String> readable = readablePaths();

    Set<String> withAnswers = new TreeSet<>(documented.propertyNames());
    withAnswers.removeIf(path -> !documented.get(path).has("get"));
    assertThat(withAnswers).isEqualTo(readable);
    for (String path : readable) {
      JsonNode operation = documented.get(path).get("get");
      assertThat(operation.get("summary").asString()).as(path).matches(".*[ぁ-んァ-ヶ一-龠].*");
      assertThat(undescribed(operation)).as("parameters of %s without description", path).isEmpty();
    }
  }

  @Test
  void the_filters_are_documented_and_the_caller_is_no_parameter() {
    JsonNode operation = document().get("paths").get("/api/cases").get("get");

    assertThat(operation.get("parameters").valueStream().map(each -> each.get("name").asString()))
        .containsExactlyInAnyOrder(
            "agency", "state", "overdue", "dueSoon", "field", "area", "urgency", "kind", "limit",
            "cursor");
  }

  @Test
  void every_refusal_is_documented_as_a_problem() {
    JsonNode documented = document().get("paths");

    for (String path : readablePaths()) {
      if (path.startsWith("/api/")) {
        JsonNode answers = documented.get(path).get("get").get("responses");
        assertThat(answers.get("4XX").get("content").propertyNames())
            .as(path)
            .containsExactly("application/problem+json");
      }
    }
  }

  @Test
  void a_person_can_read_it_in_a_browser() {
    readSide
        .stranger()
        .get()
        .uri("/swagger-ui/index.html")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .value(page -> assertThat(page).contains("swagger-ui"));
  }

  private JsonNode document() {
    var answer = readSide.stranger().get().uri("/v3/api-docs").exchange().expectStatus().isOk();
    String text = answer.expectBody(String.class).returnResult().getResponseBody();
    return new JsonMapper().readTree(Objects.requireNonNull(text));
  }

  private Set<String> readablePaths() {
    Set<String> paths = new TreeSet<>();
    readSide
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              if (isOurs(mapping, handler)) {
                paths.addAll(mapping.getPatternValues());
              }
            });
    return paths;
  }

  /** Pages are for people and explain themselves. */
  private static boolean isOurs(RequestMappingInfo mapping, HandlerMethod handler) {
    return handler.getBeanType().getPackageName().startsWith("jp.tsunagu")
        && handler.getBeanType().isAnnotationPresent(RestController.class)
        && mapping.getMethodsCondition().getMethods().equals(Set.of(RequestMethod.GET));
  }

  private static List<String> undescribed(JsonNode operation) {
    List<String> names = new ArrayList<>();
    if (operation.has("parameters")) {
      operation
          .get("parameters")
          .valueStream()
          .filter(parameter -> !parameter.has("description"))
          .forEach(parameter -> names.add(parameter.get("name").asString()));
    }
    return names;
  }
}
