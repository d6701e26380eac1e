package jp.tsunagu.runtime.description;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
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
  private static final String PATH = "path";

  void complete(OpenAPI document, Map<String, Schema<?>> answers) {
    document
        .getPaths()
        .forEach((path, item) -> item.readOperations().forEach(each -> complete(path, each)));
    answers.forEach(document.getComponents()::addSchemas);
    leaveOutWhatIsNotReferredTo(document);
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
