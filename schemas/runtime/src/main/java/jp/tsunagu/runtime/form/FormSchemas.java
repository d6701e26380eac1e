package jp.tsunagu.runtime.form;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.wording.Coded;

/** How forms are described to programs (OpenAPI). */
public final class FormSchemas {

  private static final String PREFIX = "#/components/schemas/";

  private FormSchemas() {}

  /** Adds a form and its sections to the schemas of a description. */
  public static void add(OpenAPI api, Form form) {
    of(form)
        .forEach(
            (name, schema) -> {
              Components components = api.getComponents();
              if (components.getSchemas() == null || !components.getSchemas().containsKey(name)) {
                components.addSchemas(name, schema);
              }
            });
  }

  /** The schemas of a form and its sections, by name. */
  public static Map<String, Schema<?>> of(Form form) {
    Map<String, Schema<?>> schemas = new LinkedHashMap<>();
    add(schemas, form);
    return schemas;
  }

  /** What is posted, with an example; it can be left out where nothing of it is required. */
  public static RequestBody body(Form form) {
    MediaType content =
        new MediaType().schema(reference(form)).example(FormExample.of(form).json());
    return new RequestBody()
        .required(form.fields().stream().anyMatch(FormField::required))
        .content(new Content().addMediaType("application/json", content));
  }

  private static void add(Map<String, Schema<?>> schemas, Form form) {
    if (!schemas.containsKey(form.name())) {
      schemas.put(form.name(), schema(schemas, form));
    }
  }

  /** The schema of a form that was added to a description. */
  public static Schema<?> reference(Form form) {
    return new Schema<>().$ref(PREFIX + form.name());
  }

  /** A schema of this JSON type. */
  public static Schema<?> typed(String type) {
    Schema<?> schema = new Schema<>();
    schema.setTypes(Set.of(type));
    return schema;
  }

  private static Schema<?> schema(Map<String, Schema<?>> schemas, Form form) {
    Schema<?> schema = typed("object").title(form.title()).description(form.title());
    schema.setAdditionalProperties(false);
    for (FormField<?> field : form.fields()) {
      schema.addProperty(field.name(), schema(schemas, field));
      if (field.required()) {
        schema.addRequiredItem(field.name());
      }
    }
    return schema;
  }

  private static Schema<?> schema(Map<String, Schema<?>> schemas, FormField<?> field) {
    return switch (field.kind()) {
      case Kind.Group group -> {
        add(schemas, group.form());
        yield reference(group.form());
      }
      case Kind.Rows rows -> {
        add(schemas, rows.form());
        yield described(field, several(reference(rows.form())).maxItems(rows.most()));
      }
      case Kind.Text text -> described(field, typed("string").maxLength(text.longest()));
      case Kind.OneOf<?> one -> described(field, choice(one.choice().coded()));
      case Kind.SomeOf<?> some -> described(field, several(choice(some.choice().coded())));
      case Kind.Whole whole -> described(field, whole(whole.least(), whole.most()));
      case Kind.OnePerson _ -> described(field, whole(1, PersonRef.MOST));
      case Kind.SomePersons _ -> described(field, several(whole(1, PersonRef.MOST)));
      case Kind.YesNo _ -> described(field, typed("boolean"));
      case Kind.Listed listed ->
          described(field, choice(listed.list().apply(NetworkDirectory.EMPTY)));
      case Kind.Day _, Kind.Moment _, Kind.OneMeeting _, Kind.OneAgency _ ->
          described(field, typed("string"));
      case Kind.OneFile _, Kind.Uuid _, Kind.OneItem _ ->
          described(field, typed("string").format("uuid"));
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

  /**
   * Labels are taken as well as codes, so the codes are told in words; a city's list is its own.
   */
  private static Schema<?> choice(List<Coded> choices) {
    if (choices.isEmpty()) {
      return typed("string");
    }
    String list =
        choices.stream()
            .map(each -> each.code() + " (" + each.label() + ")")
            .collect(Collectors.joining("、"));
    return typed("string").description("コードか日本語: " + list);
  }
}
