package jp.tsunagu.runtime.description;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import jp.tsunagu.runtime.page.AnyParameters;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Describes what is answered: on success as {@link Gives} says, else a problem. */
final class AnswerDescriptions implements OperationCustomizer {

  private static final String PROBLEM =
      org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

  private final Map<String, Schema<?>> schemas = new ConcurrentHashMap<>();

  private final ModelConverters converters = new ModelConverters(true);

  AnswerDescriptions() {
    converters.addConverter(new ContractTypes());
  }

  /** The types that were named so far. */
  Map<String, Schema<?>> schemas() {
    return Map.copyOf(schemas);
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    ApiResponses answers = operation.getResponses();
    Gives gives = method.getMethodAnnotation(Gives.class);
    if (gives != null) {
      answers.remove("200");
      answers.addApiResponse(Integer.toString(gives.status()), success(gives));
    }
    if (!method.getBeanType().isAnnotationPresent(AnyParameters.class)) {
      answers.remove("default");
      answers.addApiResponse(
          "4XX",
          problem("受け付けられない要求。code は理由、fix は次にできること", CommonProblem.PARAMETER_INVALID.problem()));
      answers.addApiResponse(
          "5XX", problem("今は答えられない。Retry-After があれば待って送り直す", CommonProblem.NOT_READY.problem()));
    }
    return operation;
  }

  private ApiResponse success(Gives gives) {
    Schema<?> schema =
        gives.list().isEmpty() ? schema(gives.value()) : page(gives.list(), gives.value());
    Content content = new Content();
    Stream.of(gives.files())
        .forEach(type -> content.addMediaType(type, new MediaType().schema(schema(byte[].class))));
    Stream.of(gives.as())
        .forEach(type -> content.addMediaType(type, new MediaType().schema(schema)));
    return new ApiResponse().description(gives.description()).content(content);
  }

  private Schema<?> page(String name, Class<?> item) {
    Schema<?> items = typed("array").items(schema(item)).description("項目");
    Schema<?> next = typed("string").description("続きの位置。最後のページにはない");
    return typed("object")
        .addProperty(name, items)
        .addProperty("nextCursor", next)
        .addRequiredItem(name)
        .description("一覧の1ページ");
  }

  private ApiResponse problem(String description, Problem example) {
    MediaType content = new MediaType().schema(schema(Problem.class)).example(example);
    return new ApiResponse()
        .description(description)
        .content(new Content().addMediaType(PROBLEM, content));
  }

  private Schema<?> schema(Class<?> type) {
    if (type == byte[].class) {
      return typed("string").format("binary");
    }
    if (type == Object.class) {
      return typed("object");
    }
    ResolvedSchema resolved =
        converters.resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
    resolved.referencedSchemas.forEach(schemas::putIfAbsent);
    return resolved.schema;
  }

  private static Schema<?> typed(String type) {
    Schema<?> schema = new Schema<>();
    schema.setTypes(Set.of(type));
    return schema;
  }
}
