package jp.tsunagu.runtime.site;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is wrong with a form, in the words of a page and at a place that the page has. */
final class FormProblems {

  private final Form form;
  private final JsonNode typed;
  private final FormWords words;
  private final Set<String> paths = new HashSet<>();
  private final Map<String, String> wrong = new LinkedHashMap<>();

  FormProblems(Form form, JsonNode typed, FormWords words, List<FieldProblem> found) {
    this.form = form;
    this.typed = typed;
    this.words = words;
    addPaths(form, typed, "");
    found.forEach(problem -> note(place(problem.field()), problem));
  }

  /** What is wrong with the field of this path; null where nothing is. */
  @Nullable String of(String path) {
    return wrong.get(path);
  }

  /** All of it, in the order in which it was found. */
  List<FormPage.Listed> listed(List<PageField> fields) {
    Map<String, String> labels = new LinkedHashMap<>();
    addLabels(fields, "", labels);
    return wrong.entrySet().stream()
        .map(
            each ->
                new FormPage.Listed(
                    each.getKey().isEmpty() ? "" : FormPage.id(each.getKey()),
                    labels.getOrDefault(each.getKey(), ""),
                    each.getValue()))
        .toList();
  }

  /** A section of which nothing is written lacks each thing that must be in it. */
  private void note(String place, FieldProblem problem) {
    List<FormField<?>> lacking = lacking(place);
    for (FormField<?> field : lacking) {
      wrong.put(place + "." + field.name(), field.label() + "の記入がありません。");
    }
    if (lacking.isEmpty()) {
      wrong.merge(place, said(problem), (one, other) -> one + other);
    }
  }

  private List<FormField<?>> lacking(String place) {
    return form.fields().stream()
        .filter(field -> field.name().equals(place) && !typed.has(place))
        .flatMap(
            field ->
                field.kind() instanceof Kind.Group group
                    ? group.form().fields().stream().filter(FormField::required)
                    : Stream.<FormField<?>>empty())
        .toList();
  }

  /** Everything that can be wrong has a place: that of the nearest field around it. */
  private String place(String path) {
    String place = path;
    while (!place.isEmpty() && !paths.contains(place)) {
      int end = Math.max(place.lastIndexOf('.'), place.lastIndexOf('['));
      place = end < 0 ? "" : place.substring(0, end);
    }
    return place;
  }

  private String said(FieldProblem problem) {
    return words.forPeople(
        problem.choices().isEmpty() ? problem.problem() + problem.fix() : problem.problem());
  }

  private void addPaths(Form part, JsonNode content, String prefix) {
    for (FormField<?> field : part.fields()) {
      String path = prefix + field.name();
      paths.add(path);
      switch (field.kind()) {
        case Kind.Group group -> addPaths(group.form(), content.path(field.name()), path + ".");
        case Kind.Rows rows -> {
          for (int row = 0; row < Math.max(1, content.path(field.name()).size()); row++) {
            addPaths(rows.form(), content.path(field.name()).path(row), path + "[" + row + "].");
          }
        }
        default -> {}
      }
    }
  }

  private static void addLabels(List<PageField> fields, String around, Map<String, String> labels) {
    for (PageField field : fields) {
      labels.put(field.path(), around + field.label());
      addLabels(field.fields(), around, labels);
      field.rows().forEach(row -> addLabels(row.fields(), row.title() + " ", labels));
    }
  }
}
