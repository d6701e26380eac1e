package jp.tsunagu.connector.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import jp.tsunagu.runtime.form.FormExample;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A form with every field filled in, each text another, and with one of its fields changed. */
record FormSample(Form form, ObjectNode json, NetworkDirectory directory) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String OTHER_UUID = "0199a3c2-0000-7000-8000-00000000000f";

  /** A field within the form, and the form with this field changed. */
  record Leaf(String path, ObjectNode changed) {}

  static FormSample of(Form form, Tools tools) {
    NetworkDirectory directory = tools.directory().snapshot();
    ObjectNode json = JSON.valueToTree(FormExample.of(form, directory, tools.draft().now()).json());
    number(form, json, new int[1]);
    return new FormSample(form, json, directory);
  }

  FormSample with(FormField<?> field, String value) {
    ObjectNode other = json.deepCopy();
    other.put(field.name(), value);
    return new FormSample(form, other, directory);
  }

  /** No text stands twice; nothing of a person is left out. */
  private static void number(Form form, ObjectNode json, int[] count) {
    for (FormField<?> field : form.fields()) {
      switch (field.kind()) {
        case Kind.Text _ when json.has(field.name()) && !field.name().equals("caseId") ->
            json.put(field.name(), "㈱髙﨑" + ++count[0] + "号");
        case Kind.SomeOf<?> _ when field.name().equals("omit") -> json.remove(field.name());
        case Kind.Group group when json.has(field.name()) ->
            number(group.form(), json.withObject(field.name()), count);
        case Kind.Rows rows when json.has(field.name()) ->
            number(rows.form(), (ObjectNode) json.withArray(field.name()).get(0), count);
        default -> {}
      }
    }
  }

  /** The texts that stand in these fields. */
  Set<String> typed(List<FormField<?>> fields) {
    Set<String> texts = new TreeSet<>();
    typed(fields, json, texts);
    return texts;
  }

  private static void typed(List<FormField<?>> fields, JsonNode json, Set<String> texts) {
    for (FormField<?> field : fields) {
      JsonNode value = json.path(field.name());
      switch (field.kind()) {
        case Kind.Text _ when value.isString() -> texts.add(value.asString());
        case Kind.Group group -> typed(group.form().fields(), value, texts);
        case Kind.Rows rows -> value.forEach(row -> typed(rows.form().fields(), row, texts));
        default -> {}
      }
    }
  }

  List<Leaf> leaves() {
    List<Leaf> leaves = new ArrayList<>();
    leaves(form, "", List.of(), leaves);
    return leaves;
  }

  private void leaves(Form part, String path, List<String> place, List<Leaf> leaves) {
    for (FormField<?> field : part.fields()) {
      List<String> inner = new ArrayList<>(place);
      inner.add(field.name());
      switch (field.kind()) {
        case Kind.Group group -> leaves(group.form(), path + field.name() + ".", inner, leaves);
        case Kind.Rows rows when rows.areFiles() -> {}
        case Kind.Rows rows -> leaves(rows.form(), path + field.name() + "[0].", inner, leaves);
        default -> leaves.add(new Leaf(path + field.name(), changed(place, field)));
      }
    }
  }

  private ObjectNode changed(List<String> place, FormField<?> field) {
    ObjectNode other = json.deepCopy();
    ObjectNode at = other;
    for (String name : place) {
      at = at.path(name) instanceof ArrayNode rows ? (ObjectNode) rows.get(0) : at.withObject(name);
    }
    at.set(field.name(), JSON.valueToTree(another(field, at.path(field.name()))));
    return other;
  }

  private Object another(FormField<?> field, JsonNode before) {
    return switch (field.kind()) {
      case Kind.Text _ -> before.asString("") + "の二";
      case Kind.OneOf<?> one -> one.choice().coded().getLast().code();
      case Kind.SomeOf<?> some -> List.of(some.choice().coded().getLast().code());
      case Kind.Whole whole -> whole.least() + 1;
      case Kind.OnePerson _ -> 2;
      case Kind.SomePersons _ -> List.of(2);
      case Kind.YesNo _ -> !before.asBoolean(false);
      case Kind.Day _ -> "令和8年4月2日";
      case Kind.Moment _ -> "2026-04-02T10:30:00+09:00";
      case Kind.Moments _ -> List.of("2026-04-02T10:30:00+09:00");
      case Kind.OneFile _, Kind.Uuid _, Kind.OneItem _ -> OTHER_UUID;
      case Kind.OneAgency _ -> before.asString("").equals("desk") ? "shakyo" : "desk";
      case Kind.SomeAgencies _ ->
          List.of(before.path(0).asString("").equals("desk") ? "shakyo" : "desk");
      case Kind.OneMeeting _ -> "shien-kaigi.2026-04-15";
      case Kind.Listed _ -> before.asString("") + "x";
      case Kind.Group _, Kind.Rows _ -> throw new IllegalArgumentException(field.name());
    };
  }
}
