package jp.tsunagu.gateway.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jp.tsunagu.contract.caseform.FormChange;
import jp.tsunagu.contract.caseform.FormObjection;
import jp.tsunagu.contract.directory.AddedField;
import jp.tsunagu.contract.directory.AddedSection;
import jp.tsunagu.contract.directory.DirectoryRecord.CityForm;
import jp.tsunagu.contract.directory.FormWording;
import org.jspecify.annotations.Nullable;

/** Reads what a city changes of the forms of a case; where it says nothing, nothing changes. */
final class FormChanges {

  static final String KEY = "forms";
  static final String[] KEYS = {
    "form", "title", "words", "retired", "sections", "fields", "statement"
  };

  private static final int MOST_FORMS = 20;
  private static final int MOST_LINES = 60;
  private static final int MOST_SENTENCES = 30;

  /** Where each part stands in the file, by the name the contract has for it. */
  private final Map<String, YamlValue> places = new HashMap<>();

  private FormChanges() {}

  static List<CityForm> read(YamlMap root) {
    Map<String, YamlValue> ids = new HashMap<>();
    List<CityForm> forms = new ArrayList<>();
    root.optional(KEY).stream()
        .flatMap(list -> bounded(list, MOST_FORMS).stream())
        .flatMap(item -> item.map(KEYS).stream())
        .flatMap(map -> new FormChanges().form(map, ids).stream())
        .forEach(forms::add);
    return List.copyOf(forms);
  }

  private static List<YamlValue> bounded(YamlValue list, int most) {
    List<YamlValue> items = list.items();
    if (items.size() > most) {
      list.fault("が多すぎます(" + items.size() + "件)。", most + "件までにしてください。");
      return List.of();
    }
    return items;
  }

  private Optional<CityForm> form(YamlMap map, Map<String, YamlValue> ids) {
    places.put("", map.place());
    map.optional("form").ifPresent(value -> places.put("form", value));
    Optional<String> id = map.text("form");
    id.ifPresent(text -> once(text, map.required("form").orElseThrow(), ids));
    Optional<YamlValue> title = map.optional("title");
    Optional<YamlMap> statement =
        map.optional("statement").flatMap(value -> value.map("version", "sentences"));
    statement.ifPresent(value -> places.put("statement", value.place()));
    CityForm form =
        new CityForm(
            id.orElse("form"),
            title.flatMap(YamlValue::text).orElse(null),
            wordings(map),
            retired(map),
            sections(map),
            fields(map),
            statement.flatMap(FormChanges::version).orElse(0),
            statement.map(FormChanges::sentences).orElse(List.of()));
    if (id.isEmpty()) {
      return Optional.empty();
    }
    FormChange.objections(form).forEach(this::tell);
    return Optional.of(form);
  }

  private static Optional<Integer> version(YamlMap statement) {
    return statement.required("version").flatMap(value -> value.number(1, 9999));
  }

  private static List<String> sentences(YamlMap statement) {
    return statement
        .required("sentences")
        .map(list -> bounded(list, MOST_SENTENCES))
        .orElse(List.of())
        .stream()
        .flatMap(sentence -> sentence.text().stream())
        .toList();
  }

  private static void once(String id, YamlValue place, Map<String, YamlValue> ids) {
    YamlValue earlier = ids.putIfAbsent(id, place);
    if (earlier != null) {
      place.fault("'" + id + "' の様式は " + earlier.line() + "行目にもあります。", "一つにまとめてください。");
    }
  }

  private List<FormWording> wordings(YamlMap map) {
    List<FormWording> wordings = new ArrayList<>();
    each(
        map,
        "words",
        item ->
            item.map("field", "label", "hint")
                .ifPresent(
                    words ->
                        words
                            .text("field")
                            .ifPresent(
                                field -> {
                                  wordings.add(
                                      new FormWording(
                                          field, said(words, "label"), said(words, "hint")));
                                  place("words", wordings.size(), item, words, "field");
                                })));
    return wordings;
  }

  private static @Nullable String said(YamlMap map, String key) {
    return map.optional(key).flatMap(YamlValue::text).orElse(null);
  }

  private List<String> retired(YamlMap map) {
    Set<String> seen = new HashSet<>();
    List<String> retired = new ArrayList<>();
    each(
        map,
        "retired",
        item ->
            item.text()
                .filter(seen::add)
                .ifPresent(
                    field -> {
                      retired.add(field);
                      places.put("retired[" + retired.size() + "]", item);
                    }));
    return retired;
  }

  private List<AddedSection> sections(YamlMap map) {
    List<AddedSection> sections = new ArrayList<>();
    each(
        map,
        "sections",
        item ->
            item.map(AddedLines.SECTION)
                .ifPresent(
                    section ->
                        AddedLines.section(section)
                            .ifPresent(
                                read -> {
                                  sections.add(read);
                                  place("sections", sections.size(), item, section, "name");
                                })));
    return sections;
  }

  private List<AddedField> fields(YamlMap map) {
    List<AddedField> fields = new ArrayList<>();
    each(
        map,
        "fields",
        item ->
            item.map(AddedLines.FIELD)
                .ifPresent(
                    field ->
                        AddedLines.field(field)
                            .ifPresent(
                                read -> {
                                  fields.add(read);
                                  place("fields", fields.size(), item, field, AddedLines.FIELD);
                                })));
    return fields;
  }

  private static void each(YamlMap map, String key, Consumer<YamlValue> read) {
    map.optional(key).stream().flatMap(list -> bounded(list, MOST_LINES).stream()).forEach(read);
  }

  private void place(String list, int number, YamlValue item, YamlMap map, String... keys) {
    String at = list + "[" + number + "]";
    places.put(at, item);
    for (String key : keys) {
      YamlValue missing = new YamlValue(item.node(), item.field() + "." + key, item.faults());
      places.put(at + "." + key, map.optional(key).orElse(missing));
    }
  }

  /** What stands nowhere in the file is told where it would stand. */
  private void tell(FormObjection objection) {
    YamlValue whole = Objects.requireNonNull(places.get(""));
    YamlValue missing =
        new YamlValue(whole.node(), whole.field() + "." + objection.place(), whole.faults());
    places
        .getOrDefault(objection.place(), objection.place().isEmpty() ? whole : missing)
        .fault(objection.problem(), objection.fix());
  }
}
