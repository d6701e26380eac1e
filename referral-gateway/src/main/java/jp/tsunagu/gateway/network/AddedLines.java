package jp.tsunagu.gateway.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.directory.AddedField;
import jp.tsunagu.contract.directory.AddedKind;
import jp.tsunagu.contract.directory.AddedSection;
import jp.tsunagu.contract.directory.FormChoice;
import jp.tsunagu.contract.directory.FormOwner;
import jp.tsunagu.contract.directory.FormWords;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.growth.GrowingCode;
import org.jspecify.annotations.Nullable;

/** Reads the sections and fields that a city adds to a form; whose a field is, it must say. */
final class AddedLines {

  static final String[] SECTION = {"name", "title", "columns"};
  static final String[] FIELD = {
    "section", "name", "label", "hint", "kind", "choices", "required", "owner", "tells"
  };

  private static final int MOST_CHOICES = 30;
  private static final Choices<FormOwner> OWNERS =
      Choices.of(GrowingCode.known(FormOwner.class), FormOwner::label);
  private static final Choices<AddedKind> KINDS =
      Choices.of(GrowingCode.known(AddedKind.class), AddedKind::label);
  private static final Choices<DetailKind> DETAILS =
      Choices.of(DetailKind.values(), DetailKind::label);

  /** What a row can say itself beside whom it is about. */
  private enum Column {
    ABOUT(CaseForm.ABOUT.label()),
    BY(CaseForm.BY.label());

    private static final Choices<Column> ALL = Choices.of(values(), column -> column.label);
    private final String label;

    Column(String label) {
      this.label = label;
    }
  }

  private AddedLines() {}

  static Optional<AddedSection> section(YamlMap map) {
    Optional<String> name = map.text("name");
    Optional<String> title = map.text("title");
    Set<Column> columns = new HashSet<>();
    map.optional("columns").stream()
        .flatMap(list -> list.items().stream())
        .flatMap(item -> item.choice(Column.ALL).stream())
        .forEach(columns::add);
    return name.flatMap(
        one ->
            title.map(
                words ->
                    new AddedSection(
                        one, words, columns.contains(Column.ABOUT), columns.contains(Column.BY))));
  }

  static Optional<AddedField> field(YamlMap map) {
    String section = map.optional("section").flatMap(YamlValue::text).orElse("");
    Optional<String> name = map.text("name");
    Optional<String> label = map.text("label");
    String hint = map.optional("hint").flatMap(YamlValue::text).orElse("");
    Optional<AddedKind> kind = map.required("kind").flatMap(value -> value.choice(KINDS));
    List<FormChoice> choices = choices(map);
    boolean required = map.optional("required").flatMap(YamlValue::flag).orElse(false);
    Optional<FormOwner> owner = owner(map);
    Optional<Told> told = owner.flatMap(is -> told(map, is));
    if (name.isEmpty() || label.isEmpty() || kind.isEmpty() || told.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AddedField(
            section,
            name.get(),
            new FormWords(label.get(), hint),
            kind.get(),
            choices,
            required,
            owner.get(),
            told.get().detail()));
  }

  private static List<FormChoice> choices(YamlMap map) {
    List<FormChoice> choices = new ArrayList<>();
    Optional<YamlValue> list = map.optional("choices");
    for (YamlValue item : list.map(YamlValue::items).orElse(List.of())) {
      item.map("code", "label")
          .ifPresent(
              choice -> {
                Optional<String> code = choice.required("code").flatMap(Names::code);
                Optional<String> label = choice.text("label");
                code.ifPresent(
                    text -> label.ifPresent(words -> choices.add(new FormChoice(text, words))));
              });
    }
    if (choices.size() > MOST_CHOICES) {
      list.ifPresent(
          value -> value.fault("が多すぎます(" + choices.size() + "件)。", MOST_CHOICES + "件までにしてください。"));
    }
    return choices;
  }

  private static Optional<FormOwner> owner(YamlMap map) {
    Optional<YamlValue> owner = map.optional("owner");
    if (owner.isEmpty()) {
      return at(map, "owner")
          .fault(
              "がありません。",
              "この欄がだれのものかを選んでください。"
                  + "行の世帯員 (PERSON) の欄はその人の根拠で渡り、書いた機関 (AGENCY) の欄はこの様式を読むすべての機関に渡ります。");
    }
    return owner.get().choice(OWNERS);
  }

  /**
   * What a field tells of its person.
   *
   * @param detail none where its row says it, and where it is no person's
   */
  private record Told(@Nullable DetailKind detail) {}

  private static Optional<Told> told(YamlMap map, FormOwner owner) {
    Optional<YamlValue> tells = map.optional("tells");
    if (tells.isPresent()) {
      Optional<String> text = tells.get().text();
      return text.filter(CaseForm.ABOUT.label()::equals).isPresent()
          ? Optional.of(new Told(null))
          : text.flatMap(_ -> tells.get().choice(DETAILS)).map(Told::new);
    }
    if (owner == FormOwner.PERSON) {
      return at(map, "tells")
          .fault(
              "がありません。",
              "この欄が世帯員の何を伝えるかを選んでください。"
                  + DETAILS.explained("")
                  + "行ごとに選ぶ様式では「"
                  + CaseForm.ABOUT.label()
                  + "」とも書けます。");
    }
    return Optional.of(new Told(null));
  }

  private static YamlValue at(YamlMap map, String key) {
    YamlValue place = map.place();
    return new YamlValue(place.node(), place.field() + "." + key, place.faults());
  }
}
