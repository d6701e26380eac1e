package jp.tsunagu.runtime.description;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Completes a description: variables of addresses that are read from the request alone, the type of
 * parameters that are plain text, the types answers refer to, and nothing else.
 *
 * @param variables what those in addresses are, by name
 */
record Completion(Map<String, String> variables) {

  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
  private static final Pattern REFERENCE = Pattern.compile("#/components/schemas/([\\w.-]+)");
  private static final Pattern COMMON = Pattern.compile("^(/agencies/\\{agencyId})?/api(?=/)");
  private static final Pattern NUMBERED = Pattern.compile("_\\d+$");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z0-9]+");
  private static final String PATH = "path";

  void complete(OpenAPI document, Map<String, Schema<?>> answers) {
    Set<String> shared = shared(document);
    document
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) -> {
                          if (shared.contains(plain(operation))) {
                            operation.setOperationId(named(method.name(), path));
                          }
                          complete(path, operation);
                        }));
    answers.forEach(document.getComponents()::addSchemas);
    leaveOutWhatIsNotReferredTo(document);
  }

  /** Names of operations that more than one has; they are numbered in the order of discovery. */
  private static Set<String> shared(OpenAPI document) {
    return document.getPaths().values().stream()
        .flatMap(item -> item.readOperations().stream())
        .filter(each -> NUMBERED.matcher(each.getOperationId()).find())
        .map(Completion::plain)
        .collect(Collectors.toSet());
  }

  private static String plain(Operation operation) {
    return NUMBERED.matcher(operation.getOperationId()).replaceFirst("");
  }

  /**
   * By method and path, so that a generated client keeps its names whatever comes beside them:
   * {@code getCasesCaseIdTimeline}.
   */
  private static String named(String method, String path) {
    String words =
        Stream.of(BETWEEN_WORDS.split(COMMON.matcher(path).replaceFirst("")))
            .filter(word -> !word.isEmpty())
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    return method.toLowerCase(Locale.ROOT) + words;
  }

  private void complete(String path, Operation operation) {
    VARIABLE
        .matcher(path)
        .results()
        .map((MatchResult found) -> found.group(1))
        .forEach(name -> describe(name, operation));
    parameters(operation)
        .filter(each -> each.getSchema() == null && each.getContent() == null)
        .forEach(each -> each.setSchema(text()));
  }

  private void describe(String name, Operation operation) {
    Optional<Parameter> declared =
        parameters(operation)
            .filter(each -> PATH.equals(each.getIn()) && name.equals(each.getName()))
            .findFirst();
    Parameter parameter =
        declared.orElseGet(() -> new Parameter().in(PATH).name(name).required(true));
    if (declared.isEmpty()) {
      operation.addParametersItem(parameter);
    }
    if (parameter.getDescription() == null) {
      parameter.setDescription(variables.get(name));
    }
  }

  private static Stream<Parameter> parameters(Operation operation) {
    return Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream();
  }

  private static Schema<?> text() {
    Schema<?> text = new Schema<>();
    text.setTypes(Set.of("string"));
    return text;
  }

  /** Types refer to each other, so one left out may have been the last to refer to another. */
  private static void leaveOutWhatIsNotReferredTo(OpenAPI document) {
    boolean isLess = true;
    while (isLess) {
      Set<String> referredTo =
          REFERENCE
              .matcher(Json31.pretty(document))
              .results()
              .map((MatchResult found) -> found.group(1))
              .collect(Collectors.toSet());
      isLess = document.getComponents().getSchemas().keySet().retainAll(referredTo);
    }
  }
}
