package jp.tsunagu.connector.form;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import jp.tsunagu.contract.calendar.Wareki;
import jp.tsunagu.contract.calendar.WarekiReading;
import jp.tsunagu.contract.form.Problems;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One object of a form while it is read. Every problem is noted with its path; a required value
 * that is missing or wrong is answered with a placeholder, so that reading goes on: a form with
 * problems is refused as a whole, and the placeholder reaches nobody.
 */
public final class Fields {

  private static final String FILL_IN = "記入してください。";

  private final JsonNode node;
  private final String path;
  private final Problems problems;
  private final Set<String> asked = new HashSet<>();

  private Fields(JsonNode node, String path, Problems problems) {
    this.node = node;
    this.path = path;
    this.problems = problems;
  }

  /** The outermost object. */
  public static Fields of(JsonNode root, Problems problems) {
    return new Fields(root, "", problems);
  }

  /** The path of a field of this object. */
  public String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** Where problems are noted. */
  public Problems problems() {
    return problems;
  }

  /** Notes a problem of one field. */
  public void problem(String name, String problem, String fix) {
    problems.add(path(name), problem, fix);
  }

  /** Whether a field is there and filled in. */
  public boolean has(String name) {
    return !Texts.isBlank(value(name));
  }

  /** A text as it was typed, without the blanks around it; none if blank. */
  public @Nullable String text(String name, int longest) {
    JsonNode value = value(name);
    if (Texts.isBlank(value)) {
      return null;
    }
    if (!value.isString()) {
      problem(name, "文字で書かれていません。", "引用符で囲んだ文字にしてください。");
      return null;
    }
    return checked(name, value.stringValue().strip(), longest);
  }

  /** The same, but it must be there. */
  public String requiredText(String name, int longest) {
    String text = text(name, longest);
    return text == null ? missing(name, FILL_IN, "") : text;
  }

  /** A choice; none if blank. */
  public <E extends Enum<E>> @Nullable E choice(String name, Choice<E> choice) {
    String text = text(name, 100);
    return text == null ? null : chosen(name, text, choice).orElse(null);
  }

  /** A choice that must be made. */
  public <E extends Enum<E>> E requiredChoice(String name, Choice<E> choice) {
    String text = text(name, 100);
    E placeholder = choice.choices().getFirst();
    return text == null
        ? missing(name, "次から選んでください: " + choice.list(), placeholder)
        : chosen(name, text, choice).orElse(placeholder);
  }

  /** A choice with a usual value. */
  public <E extends Enum<E>> E choiceOr(String name, Choice<E> choice, E usual) {
    E chosen = choice(name, choice);
    return chosen == null ? usual : chosen;
  }

  /** Several choices; a single text is one of them. */
  public <E extends Enum<E>> Set<E> choices(String name, Choice<E> choice) {
    Set<E> chosen = new HashSet<>();
    List<String> texts = texts(name, 100);
    for (int i = 0; i < texts.size(); i++) {
      chosen(name + "[" + i + "]", texts.get(i), choice).ifPresent(chosen::add);
    }
    return chosen.isEmpty() ? Set.of() : EnumSet.copyOf(chosen);
  }

  /** Several texts; a single text is one of them. */
  public List<String> texts(String name, int longest) {
    JsonNode value = value(name);
    if (Texts.isBlank(value)) {
      return List.of();
    }
    if (value.isString()) {
      return List.of(value.stringValue().strip());
    }
    if (!value.isArray() || value.size() > 200) {
      problem(name, "一覧として読めません。", "[\"…\", \"…\"] の形で、200件までにしてください。");
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      texts.add(element(name + "[" + i + "]", value.get(i), longest));
    }
    return texts;
  }

  /** A whole number within limits; none if blank. */
  public @Nullable Integer number(String name, int least, int most) {
    JsonNode value = value(name);
    if (Texts.isBlank(value)) {
      return null;
    }
    Optional<Integer> number = Numbers.read(value);
    if (number.isEmpty() || number.get() < least || number.get() > most) {
      problem(name, "数として読めないか、範囲の外です。", least + "から" + most + "までの整数にしてください。");
      return null;
    }
    return number.get();
  }

  /** Several whole numbers within limits; a single one is one of them. */
  public Set<Integer> numbers(String name, int least, int most) {
    JsonNode value = value(name);
    if (Texts.isBlank(value) || !value.isArray()) {
      Integer single = number(name, least, most);
      return single == null ? Set.of() : Set.of(single);
    }
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < value.size(); i++) {
      Optional<Integer> number = Numbers.read(value.get(i));
      if (number.isEmpty() || number.get() < least || number.get() > most) {
        problem(name + "[" + i + "]", "数として読めないか、範囲の外です。", least + "から" + most + "までの整数にしてください。");
      } else {
        numbers.add(number.get());
      }
    }
    return Set.copyOf(numbers);
  }

  /** Yes or no. */
  public boolean yes(String name, boolean usual) {
    JsonNode value = value(name);
    if (Texts.isBlank(value)) {
      return usual;
    }
    if (!value.isBoolean()) {
      problem(name, "はい・いいえとして読めません。", "true か false にしてください。");
      return usual;
    }
    return value.booleanValue();
  }

  /** A day as people write it (和暦 or 西暦); none if blank. */
  public @Nullable LocalDate date(String name) {
    String text = text(name, 40);
    if (text == null) {
      return null;
    }
    return switch (Wareki.parse(text)) {
      case WarekiReading.Parsed(LocalDate day) -> day;
      case WarekiReading.Rejected(String reason) -> {
        problem(name, reason + "。", "正しい日付にしてください。例: 昭和47年5月30日、S47.5.30、1972-05-30");
        yield null;
      }
    };
  }

  /**
   * A moment such as {@code 2026-11-21T10:30:00+09:00}; without offset it is Tokyo time; none if
   * blank.
   */
  public @Nullable Instant moment(String name) {
    String text = text(name, 40);
    if (text == null) {
      return null;
    }
    Optional<Instant> moment = Moments.read(text);
    if (moment.isEmpty()) {
      problem(name, "日時として読めません。", "例: 2026-11-21T10:30:00+09:00、2026-11-21 10:30");
    }
    return moment.orElse(null);
  }

  /** An id made of text that has to have a certain form; none if blank. */
  public <T> @Nullable T id(String name, Predicate<String> valid, Function<String, T> read) {
    String text = text(name, 40);
    if (text == null) {
      return null;
    }
    if (!valid.test(text)) {
      problem(name, "番号・コードの形が正しくありません。", "一覧にあるとおりに書いてください。");
      return null;
    }
    return read.apply(text);
  }

  /** A UUID in its canonical form; none if blank. */
  public @Nullable UUID uuid(String name) {
    return id(name, Identifiers::isUuid, UUID::fromString);
  }

  /** An object inside this one; none if blank. */
  public @Nullable Fields object(String name) {
    JsonNode value = value(name);
    if (Texts.isBlank(value)) {
      return null;
    }
    if (!value.isObject()) {
      problem(name, "項目の集まりとして読めません。", "{ … } の形にしてください。");
      return null;
    }
    return new Fields(value, path(name), problems);
  }

  /** The objects of a list, at most so many. */
  public List<Fields> objects(String name, int most) {
    JsonNode value = value(name);
    if (Texts.isBlank(value)) {
      return List.of();
    }
    if (!value.isArray() || value.size() > most) {
      problem(name, "一覧として読めないか、多すぎます。", "[ { … } ] の形で、" + most + "件までにしてください。");
      return List.of();
    }
    List<Fields> objects = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      String at = path(name) + "[" + i + "]";
      if (value.get(i).isObject()) {
        objects.add(new Fields(value.get(i), at, problems));
      } else {
        problems.add(at, "項目の集まりとして読めません。", "{ … } の形にしてください。");
      }
    }
    return objects;
  }

  /** Says of every field nobody asked for that there is no such field. */
  public void nothingElse() {
    for (String name : node.propertyNames()) {
      if (!asked.contains(name)) {
        String known = String.join("、", new TreeSet<>(asked));
        problems.add(path, "知らない項目があります。", "ここに書ける項目: " + known);
        return;
      }
    }
  }

  private JsonNode value(String name) {
    asked.add(name);
    return node.path(name);
  }

  private <T> T missing(String name, String fix, T placeholder) {
    if (Texts.isBlank(node.path(name))) {
      problem(name, "記入がありません。", fix);
    }
    return placeholder;
  }

  private <E extends Enum<E>> Optional<E> chosen(String name, String text, Choice<E> choice) {
    Optional<E> found = choice.find(text);
    if (found.isEmpty()) {
      problem(name, "選べる値ではありません。", "次から選んでください: " + choice.list());
    }
    return found;
  }

  private String element(String name, JsonNode value, int longest) {
    if (!value.isString() || value.stringValue().isBlank()) {
      problem(name, "文字で書かれていません。", "引用符で囲んだ文字にしてください。");
      return "";
    }
    String text = checked(name, value.stringValue().strip(), longest);
    return text == null ? "" : text;
  }

  private @Nullable String checked(String name, String text, int longest) {
    Optional<Texts.Objection> objection = Texts.objectionTo(text, longest);
    objection.ifPresent(it -> problem(name, it.problem(), it.fix()));
    return objection.isPresent() ? null : text;
  }
}
