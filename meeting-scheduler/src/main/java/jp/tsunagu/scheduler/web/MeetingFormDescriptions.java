package jp.tsunagu.scheduler.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.runtime.form.FormSchemas;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Describes the POSTs about meetings from the declarations of their forms. */
@Component
final class MeetingFormDescriptions implements OperationCustomizer, GlobalOpenApiCustomizer {

  private static final String GROUP = "会議の運営";

  static {
    SpringDocUtils.getConfig().addRestControllers(MeetingPosts.Call.class, MeetingPosts.Post.class);
  }

  @Override
  public void customise(OpenAPI api) {
    FormSchemas.add(api, MeetingForms.CALL);
    MeetingForms.ALL.forEach(form -> FormSchemas.add(api, form.form()));
    api.addTagsItem(
        new Tag()
            .name(GROUP)
            .description(
                "調整窓口と主催者が使う。Idempotency-Key を付けると、90日の間は繰り返しても効果は一度だけ。"
                    + "UUIDv7 にすると、それより古い再送は KEY_TOO_OLD になる"));
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    switch (method.getBean()) {
      case MeetingPosts.Call _ ->
          describe(operation, MeetingForms.CALL, "startsAt か candidates(候補日時)のどちらかが要る");
      case MeetingPosts.Post post ->
          describe(operation, post.form().form(), post.form().description());
      default -> {}
    }
    return operation;
  }

  private static void describe(Operation operation, Form form, String description) {
    operation
        .operationId(form.ref().formId())
        .summary(form.title())
        .description(description)
        .tags(List.of(GROUP))
        .setRequestBody(FormSchemas.body(form));
  }
}
