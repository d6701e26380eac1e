package jp.tsunagu.runtime.form;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;

/** How forms are described to programs (OpenAPI). */
public final class FormSchemas {

  private static final String PREFIX = "#/components/schemas/";

  private FormSchemas() {}

  /** Adds a form and its sections to the schemas of a description. */
  public static void add(OpenAPI api, Form form) {
    Components components = api.getComponents();
    if (components.getSchemas() == null || !components.getSchemas().containsKey(form.name())) {
      components.addSchemas(form.name(), schema(api, form));
    }
  }

  /** Where the schema of a form is referred to. */
  public static Schema<?> reference(Form form) {
    return new Schema<>().$ref(PREFIX + form.name());
  }

  /** A schema of this JSON type. */
  public static Schema<?> typed(String type) {
    Schema<?> schema = new Schema<>();
    schema.setTypes(Set.of(type));
    return schema;
  }

  private static Schema<?> schema(OpenAPI api, Form form) {
    Schema<?> schema = typed("object").title(form.title()).description(form.title());
    schema.setAdditionalProperties(false);
    for (FormField<?> field : form.fields()) {
      schema.addProperty(field.name(), schema(api, field));
      if (field.required()) {
        schema.addRequiredItem(field.name());
      }
    }
    return schema;
  }

  private static Schema<?> schema(OpenAPI api, FormField<?> field) {
    return switch (field.kind()) {
      case Kind.Group group -> {
        add(api, group.form());
        yield reference(group.form());
      }
      case Kind.Rows rows -> {
        add(api, rows.form());
        yield described(field, several(reference(rows.form())).maxItems(rows.most()));
      }
      case Kind.Text text -> described(field, typed("string").maxLength(text.longest()));
      case Kind.OneOf<?> one -> described(field, choice(one.choice()));
      case Kind.SomeOf<?> some -> described(field, several(choice(some.choice())));
      case Kind.Whole whole -> described(field, whole(whole.least(), whole.most()));
      case Kind.Wholes wholes -> described(field, several(whole(wholes.least(), wholes.most())));
      case Kind.YesNo _ -> described(field, typed("boolean"));
      case Kind.Day _, Kind.Moment _, Kind.Listed _, Kind.OneMeeting _, Kind.OneAgency _ ->
          described(field, typed("string"));
      case Kind.Uuid _ -> described(field, typed("string").format("uuid"));
      case Kind.SomeAgencies _ -> described(field, several(typed("string")));
      case Kind.Moments moments ->
          described(field, several(typed("string")).maxItems(moments.most()));
    };
  }

  private static Schema<?> described(FormField<?> field, Schema<?> schema) {
    String more = schema.getDescription() == null ? "" : schema.getDescription();
    String owner = field.owner().label().isEmpty() ? "" : "(" + field.owner().label() + ")";
    return schema
        .title(field.label())
        .description(field.label() + owner + "。" + field.hint() + more);
  }

  private static Schema<?> several(Schema<?> item) {
    return typed("array").items(item);
  }

  private static Schema<?> whole(int least, int most) {
    return typed("integer").minimum(BigDecimal.valueOf(least)).maximum(BigDecimal.valueOf(most));
  }

  /** Labels are taken as well as codes, so the codes are told in words. */
  private static Schema<?> choice(Choice<?> choice) {
    String list =
        choice.coded().stream()
            .map(each -> each.code() + " (" + each.label() + ")")
            .collect(Collectors.joining("、"));
    return typed("string").description("コードか日本語: " + list);
  }
}
