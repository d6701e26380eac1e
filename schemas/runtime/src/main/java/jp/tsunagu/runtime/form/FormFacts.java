package jp.tsunagu.runtime.form;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.wording.Codes;
import jp.tsunagu.contract.wording.DateWords;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What was filled into a form, as people read it: by its declaration, and where that does not know
 * a field – another version had it – as the text that stands there.
 *
 * @param sections those that are filled in, in the order of the form; what stands in no section of
 *     its own is the first
 */
public record FormFacts(List<Section> sections) {

  /** A text of more characters has lines of its own. */
  private static final int LONGEST_LINE = 200;

  /** Keeps an unmodifiable copy. */
  public FormFacts {
    sections = List.copyOf(sections);
  }

  /**
   * A section.
   *
   * @param name of its field; empty for the first
   * @param title what a person calls it; empty for the first
   */
  public record Section(String name, String title, List<Entry> entries) {

    /** Keeps an unmodifiable copy. */
    public Section {
      entries = List.copyOf(entries);
    }
  }

  /** One row of a section, or all of a section without rows. */
  public record Entry(List<Fact> facts) {

    /** Keeps an unmodifiable copy. */
    public Entry {
      facts = List.copyOf(facts);
    }
  }

  /**
   * A field that is filled in.
   *
   * @param isLong whether it is told in sentences
   */
  public record Fact(String label, String value, boolean isLong) {

    @Override
    public String toString() {
      return "Fact[" + label + "]";
    }
  }

  /** What stands in this, as {@link FormWriter} wrote it. */
  public static FormFacts of(Form form, JsonNode content, NetworkDirectory directory) {
    return new Reading(directory).read(form, content);
  }

  private record Reading(NetworkDirectory directory) {

    FormFacts read(Form form, JsonNode content) {
      List<Fact> first = new ArrayList<>();
      List<Section> sections = new ArrayList<>();
      Map<String, FormField<?>> known = byName(form);
      names(known, content)
          .forEach(
              name -> {
                JsonNode value = content.path(name);
                FormField<?> field = known.get(name);
                if (field != null && field.kind() instanceof Kind.Rows(Form row, int _)) {
                  sections.add(new Section(name, field.label(), rows(row, value)));
                } else if (field != null && field.kind() instanceof Kind.Group(Form group, var _)) {
                  sections.add(new Section(name, field.label(), List.of(entry(group, value))));
                } else {
                  first.add(fact(name, field, value));
                }
              });
      if (!first.isEmpty()) {
        sections.addFirst(new Section("", "", List.of(new Entry(first))));
      }
      return new FormFacts(sections);
    }

    private static Map<String, FormField<?>> byName(Form form) {
      Map<String, FormField<?>> known = new LinkedHashMap<>();
      form.fields().forEach(field -> known.put(field.name(), field));
      return known;
    }

    /** What is filled in: in the order of the form, and what it does not know behind it. */
    private static List<String> names(Map<String, FormField<?>> known, JsonNode content) {
      List<String> names = new ArrayList<>(known.keySet());
      content.propertyNames().stream().filter(name -> !known.containsKey(name)).forEach(names::add);
      names.removeIf(name -> Texts.isBlank(content.path(name)) || isItem(known.get(name)));
      return names;
    }

    /** Which item it is about says the page around it: people call none by its id. */
    private static boolean isItem(@Nullable FormField<?> field) {
      return field != null && field.kind() instanceof Kind.OneItem;
    }

    private List<Entry> rows(Form row, JsonNode rows) {
      return rows.valueStream().filter(JsonNode::isObject).map(each -> entry(row, each)).toList();
    }

    private Entry entry(Form form, JsonNode content) {
      Map<String, FormField<?>> known = byName(form);
      return new Entry(
          names(known, content).stream()
              .map(name -> fact(name, known.get(name), content.path(name)))
              .toList());
    }

    private Fact fact(String name, @Nullable FormField<?> field, JsonNode value) {
      if (field == null) {
        String text = plain(value);
        return new Fact(name, text, text.length() > LONGEST_LINE);
      }
      boolean isLong =
          field.kind() instanceof Kind.Text(int longest, var _) && longest > LONGEST_LINE;
      return new Fact(field.label(), words(field, value), isLong);
    }

    private static String plain(JsonNode value) {
      return value.isValueNode()
          ? value.asString("")
          : value.valueStream().map(Reading::plain).collect(Collectors.joining("、"));
    }

    private String words(FormField<?> field, JsonNode value) {
      return value.isArray()
          ? value.valueStream().map(each -> word(field, each)).collect(Collectors.joining("、"))
          : word(field, value);
    }

    private String word(FormField<?> field, JsonNode value) {
      String text = plain(value);
      try {
        return switch (field.kind()) {
          case Kind.Day _ -> DateWords.day(LocalDate.parse(text));
          case Kind.Moment _, Kind.Moments _ -> DateWords.moment(Instant.parse(text));
          case Kind.OneAgency _, Kind.SomeAgencies _ -> directory.nameOf(new AgencyId(text));
          case Kind.YesNo _ -> value.asBoolean() ? "はい" : "いいえ";
          case Kind.OneOf<?> _, Kind.SomeOf<?> _, Kind.Listed _ ->
              Codes.find(field.choices(directory), text).map(found -> found.label()).orElse(text);
          case Kind.Text _,
              Kind.Whole _,
              Kind.OnePerson _,
              Kind.SomePersons _,
              Kind.OneFile _,
              Kind.Uuid _,
              Kind.OneMeeting _,
              Kind.OneItem _,
              Kind.Group _,
              Kind.Rows _ ->
              text;
        };
      } catch (DateTimeException | IllegalArgumentException otherwiseWritten) {
        return text;
      }
    }
  }
}
