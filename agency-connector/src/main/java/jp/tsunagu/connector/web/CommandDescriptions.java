package jp.tsunagu.connector.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.connector.command.CommandForm;
import jp.tsunagu.connector.command.CommandForm.Group;
import jp.tsunagu.connector.command.CommandForms;
import jp.tsunagu.connector.sheet.SheetFields;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.runtime.form.FormSchemas;
import jp.tsunagu.runtime.page.MoreParameters;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Describes every POST from the declaration of its form. */
@Component
final class CommandDescriptions
    implements OperationCustomizer, GlobalOpenApiCustomizer, MoreParameters {

  private static final String WAIT = "wait";
  private static final String HOW_LONG = "ネットワークの判断を待つ秒数(10まで)。";

  private final FormWork forms;

  CommandDescriptions(FormWork forms) {
    this.forms = forms;
  }

  static {
    SpringDocUtils.getConfig()
        .addRestControllers(CommandPosts.CommandPost.class, CaseFormPosts.CaseFormPost.class);
  }

  @Override
  public void customise(OpenAPI api) {
    FormSchemas.add(api, SheetFields.FORM);
    CommandForms.all().forEach(form -> FormSchemas.add(api, form.body()));
    forms.all().forEach(form -> FormSchemas.add(api, form.asked()));
    for (Group group : Group.values()) {
      describe(api, group);
    }
  }

  private static void describe(OpenAPI api, Group group) {
    List<Tag> known = api.getTags() == null ? List.of() : api.getTags();
    if (known.stream().noneMatch(tag -> group.label().equals(tag.getName()))) {
      api.addTagsItem(new Tag().name(group.label()).description(group.description()));
    }
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    if (method.getBean() instanceof CommandPosts.CommandPost post) {
      CommandForm form = post.form();
      operation
          .operationId(form.name())
          .summary(form.title())
          .description(form.words().description())
          .tags(List.of(form.words().group().label()));
      describe(operation, form.body(), form.guarded());
    } else if (method.getBean() instanceof CaseFormPosts.CaseFormPost post) {
      operation.tags(List.of(FormsOfCaseController.TAG));
      forms.find(post.id()).ifPresentOrElse(form -> filling(operation, form), () -> own(operation));
    } else if (method.getBeanType().equals(ConsultationController.class)) {
      describe(operation, SheetFields.FORM, false);
    } else if (method.getBeanType().equals(SubmissionController.class)) {
      operation.setRequestBody(many());
    }
    return operation;
  }

  private static void filling(Operation operation, CaseForm form) {
    operation
        .operationId(form.id())
        .summary(form.title() + "を書く(新しい版)")
        .description(
            "この機関に新しい版として残り、ほかの機関には、根拠のある部分だけが封かんして渡ります。"
                + "ネットワークには、どの様式を、いつ、どの世帯員について書いたかだけが伝わります。");
    describe(operation, form.asked(), false);
  }

  /** What the city has of its own is described as it stands now. */
  private void own(Operation operation) {
    Schema<?> body = new Schema<>();
    Set<String> every = CaseFormPosts.ids().collect(Collectors.toUnmodifiableSet());
    forms.all().stream()
        .filter(form -> !every.contains(form.id()))
        .forEach(form -> body.addOneOfItem(FormSchemas.reference(form.asked())));
    operation
        .operationId("city-form")
        .summary("市が足した様式を書く(新しい版)")
        .description("network.yaml の forms で市が足した様式です。ほかの様式と同じように残り、渡ります。");
    headers(operation, false);
    operation.setRequestBody(
        new RequestBody()
            .required(true)
            .content(
                new Content()
                    .addMediaType(
                        "application/json",
                        new MediaType()
                            .schema(
                                body.getOneOf() == null ? FormSchemas.typed("object") : body))));
  }

  @Override
  public Map<String, String> of(HandlerMethod method) {
    Class<?> type = method.getBeanType();
    return type.equals(CommandPosts.CommandPost.class)
            || type.equals(CaseFormPosts.CaseFormPost.class)
            || type.equals(ConsultationController.class)
        ? Map.of(WAIT, HOW_LONG)
        : Map.of();
  }

  private static void describe(Operation operation, Form body, boolean guarded) {
    headers(operation, guarded);
    operation.setRequestBody(FormSchemas.body(body).required(true));
  }

  private static void headers(Operation operation, boolean guarded) {
    operation.addParametersItem(header(Incoming.KEY, true, Incoming.SAME_KEY));
    operation.addParametersItem(header("If-Match", guarded, "読んだときの ETag。古ければ412。"));
    operation.addParametersItem(
        new Parameter()
            .in("query")
            .name(WAIT)
            .schema(FormSchemas.typed("integer"))
            .description(HOW_LONG));
  }

  private static RequestBody many() {
    Schema<?> item =
        FormSchemas.typed("object")
            .addProperty(SubmissionController.KEY, FormSchemas.typed("string").maxLength(200))
            .addProperty(SubmissionController.SHEET, FormSchemas.reference(SheetFields.FORM))
            .addProperty(
                SubmissionController.REFERRAL,
                FormSchemas.reference(SubmissionController.referral().body()))
            .addRequiredItem(SubmissionController.KEY);
    Schema<?> items =
        FormSchemas.typed("array").items(item).minItems(1).maxItems(SubmissionController.MOST);
    Schema<?> body =
        FormSchemas.typed("object")
            .addProperty(SubmissionController.ITEMS, items)
            .addRequiredItem(SubmissionController.ITEMS);
    return new RequestBody()
        .required(true)
        .content(new Content().addMediaType("application/json", new MediaType().schema(body)));
  }

  private static Parameter header(String name, boolean required, String description) {
    return new Parameter()
        .in("header")
        .name(name)
        .required(required)
        .schema(FormSchemas.typed("string"))
        .description(description);
  }
}
