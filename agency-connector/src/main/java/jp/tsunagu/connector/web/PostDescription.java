package jp.tsunagu.connector.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.runtime.page.MoreParameters;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes what all POSTs have in common, which is read from the request and not from arguments.
 */
@Component
final class PostDescription implements OperationCustomizer, MoreParameters {

  private static final String WAIT = "wait";
  private static final String HOW_LONG = "ネットワークの判断を待つ秒数(10まで)。";

  /** What they take stands in their arguments. */
  private static final Set<Class<?>> DESCRIBED_BY_THEMSELVES =
      Set.of(AsideController.class, WebhookController.class);

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(CasePost.class, ReferralPost.class);
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    if (isSubmission(method)) {
      describe(operation);
    }
    return operation;
  }

  @Override
  public Map<String, String> of(HandlerMethod method) {
    return isSubmission(method) ? Map.of(WAIT, HOW_LONG) : Map.of();
  }

  private static boolean isSubmission(HandlerMethod method) {
    return method.hasMethodAnnotation(PostMapping.class)
        && !DESCRIBED_BY_THEMSELVES.contains(method.getBeanType());
  }

  private static void describe(Operation operation) {
    operation.addParametersItem(header("Idempotency-Key", true, "送るたびに新しい値。送り直すときは同じ値(200文字まで)。"));
    String text = operation.getDescription();
    boolean guarded = text != null && text.contains("If-Match");
    operation.addParametersItem(header("If-Match", guarded, "読んだときの ETag。古ければ412。"));
    operation.addParametersItem(
        new Parameter().in("query").name(WAIT).schema(new IntegerSchema()).description(HOW_LONG));
    operation.setRequestBody(
        new RequestBody()
            .required(true)
            .content(
                new Content()
                    .addMediaType("application/json", new MediaType().schema(new ObjectSchema()))));
  }

  private static Parameter header(String name, boolean required, String description) {
    return new Parameter()
        .in("header")
        .name(name)
        .required(required)
        .schema(new StringSchema())
        .description(description);
  }
}
