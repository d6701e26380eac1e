package jp.tsunagu.runtime.form;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.calendar.Wareki;
import jp.tsunagu.contract.calendar.WarekiReading;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.form.Checking;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import jp.tsunagu.contract.form.Plausible;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.Codes;
import jp.tsunagu.contract.wording.DateWords;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the fields of one form: each gives its value, or none and a problem at its place. */
final class FieldReader {

  private static final int LONGEST_CODE = 100;
  private static final int LONGEST_LABEL = 200;
  private static final int MOST_TEXTS = 200;

  private final FormReader forms;
  private final NetworkDirectory directory;
  private final Checking at;

  FieldReader(FormReader forms, Checking at) {
    this.forms = forms;
    this.directory = at.directory();
    this.at = at;
  }

  /** What stands in this field; none if that cannot be read, which is noted. */
  @Nullable Object read(FormField<?> field, JsonNode value) {
    String name = field.name();
    return switch (field.kind()) {
      case Kind.Text text -> text(name, value, text);
      case Kind.OneOf<?> one -> chosen(field, name, value, one.choice());
      case Kind.SomeOf<?> some ->
          several(name, value, (n, v) -> chosen(field, n, v, some.choice()));
      case Kind.Whole whole -> whole(name, value, whole.least(), whole.most());
      case Kind.OnePerson _ -> person(name, value);
      case Kind.SomePersons _ -> several(name, value, this::person);
      case Kind.YesNo _ -> yesNo(name, value);
      case Kind.Day(Plausible plausible) -> day(name, value, plausible);
      case Kind.Moment(Plausible plausible) -> moment(name, value, plausible);
      case Kind.Moments(int most, Plausible plausible) ->
          all(name, value, most, (n, v) -> moment(n, v, plausible));
      case Kind.OneFile _, Kind.Uuid _ -> uuid(name, value);
      case Kind.OneItem _ -> item(name, value);
      case Kind.OneAgency one -> agency(name, value, one.alsoFormer());
      case Kind.SomeAgencies _ -> several(name, value, (n, v) -> agency(n, v, false));
      case Kind.OneMeeting _ -> meeting(name, value);
      case Kind.Listed listed -> listed(field, value, listed.list().apply(directory));
      case Kind.Group group -> group(name, value, group);
      case Kind.Rows rows -> rows(name, value, rows);
    };
  }

  private @Nullable String plain(String name, JsonNode value, int longest) {
    if (!value.isString()) {
      problem(name, "文字で書かれていません。", "引用符で囲んだ文字にしてください。");
      return null;
    }
    String text = value.stringValue().strip();
    Optional<Texts.Objection> objection = Texts.objectionTo(text, longest);
    objection.ifPresent(it -> problem(name, it.problem(), it.fix()));
    return objection.isPresent() ? null : text;
  }

  private @Nullable String text(String name, JsonNode value, Kind.Text kind) {
    String text = plain(name, value, kind.longest());
    if (text == null) {
      return null;
    }
    Optional<Texts.Objection> objection = Texts.objectionTo(text, kind.holds());
    objection.ifPresent(it -> problem(name, it.problem(), it.fix()));
    return objection.isPresent() ? null : text;
  }

  private <E extends Enum<E>> @Nullable E chosen(
      FormField<?> field, String name, JsonNode value, Choice<E> choice) {
    String text = plain(name, value, LONGEST_CODE);
    if (text == null) {
      return null;
    }
    Optional<E> found = choice.find(text);
    if (found.isEmpty()) {
      notOffered(field, name, "選べる値ではありません。");
    }
    return found.orElse(null);
  }

  private @Nullable Integer whole(String name, JsonNode value, int least, int most) {
    Optional<Integer> number = Numbers.read(value);
    if (number.isEmpty() || number.get() < least || number.get() > most) {
      problem(name, "数として読めないか、範囲の外です。", least + "から" + most + "までの整数にしてください。");
      return null;
    }
    return number.get();
  }

  private @Nullable PersonRef person(String name, JsonNode value) {
    Integer number = whole(name, value, 1, PersonRef.MOST);
    return number == null ? null : new PersonRef(number);
  }

  private @Nullable Boolean yesNo(String name, JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    return switch (value.isString() ? value.stringValue().strip() : "") {
      case "はい" -> true;
      case "いいえ" -> false;
      default -> {
        problem(name, "はい・いいえとして読めません。", "はい か いいえ(true か false)にしてください。");
        yield null;
      }
    };
  }

  private @Nullable LocalDate day(String name, JsonNode value, Plausible plausible) {
    String text = plain(name, value, LONGEST_CODE);
    if (text == null) {
      return null;
    }
    return switch (Wareki.parse(text)) {
      case WarekiReading.Parsed(LocalDate day) -> isPlausible(name, day, plausible) ? day : null;
      case WarekiReading.Rejected(String reason) -> {
        problem(name, reason + "。", "正しい日付にしてください。例: 昭和47年5月30日、S47.5.30、1972-05-30");
        yield null;
      }
    };
  }

  private boolean isPlausible(String name, LocalDate day, Plausible plausible) {
    boolean fits = plausible.fits(day, at.today());
    if (!fits) {
      problem(name, DateWords.day(day) + "は、あり得る日の範囲の外です。", plausible.fix(at.today()));
    }
    return fits;
  }

  private @Nullable Instant moment(String name, JsonNode value, Plausible plausible) {
    String text = plain(name, value, LONGEST_CODE);
    if (text == null) {
      return null;
    }
    Optional<Instant> moment = Moments.read(text);
    if (moment.isEmpty()) {
      problem(name, "日時として読めません。", "例: 2026-11-21T10:30:00+09:00、2026-11-21 10:30");
    }
    return moment.filter(read -> isPlausible(name, TokyoTime.dateOf(read), plausible)).orElse(null);
  }

  private @Nullable UUID uuid(String name, JsonNode value) {
    String text = plain(name, value, LONGEST_CODE);
    if (text == null || Identifiers.isUuid(text)) {
      return text == null ? null : UUID.fromString(text);
    }
    wrongForm(name);
    return null;
  }

  private @Nullable MeetingRequestId item(String name, JsonNode value) {
    UUID id = uuid(name, value);
    return id == null ? null : new MeetingRequestId(id);
  }

  private @Nullable AgencyId agency(String name, JsonNode value, boolean alsoFormer) {
    String text = plain(name, value, LONGEST_CODE);
    if (text == null) {
      return null;
    }
    if (AgencyId.isValid(text) && knows(new AgencyId(text), alsoFormer)) {
      return new AgencyId(text);
    }
    problem(name, "その機関はネットワークに登録されていません。", "機関IDを確かめてください。宛先が分からないときは空欄にすると調整窓口が振り分けます。");
    return null;
  }

  private boolean knows(AgencyId agency, boolean alsoFormer) {
    return directory.settings().isEmpty()
        || directory.agency(agency).isPresent()
        || (alsoFormer && directory.everAgency(agency).isPresent());
  }

  private @Nullable MeetingId meeting(String name, JsonNode value) {
    String text = plain(name, value, LONGEST_CODE);
    if (text == null || MeetingId.isValid(text)) {
      return text == null ? null : new MeetingId(text);
    }
    wrongForm(name);
    return null;
  }

  private @Nullable String listed(FormField<?> field, JsonNode value, List<Coded> list) {
    String text = plain(field.name(), value, LONGEST_LABEL);
    if (text == null || list.isEmpty()) {
      return text;
    }
    Optional<Coded> found = Codes.find(list, text);
    if (found.isEmpty()) {
      notOffered(field, field.name(), "その" + field.label() + "は登録されていません。");
    }
    return found.map(Coded::code).orElse(null);
  }

  private @Nullable Filled group(String name, JsonNode value, Kind.Group group) {
    if (!value.isObject()) {
      problem(name, "項目の集まりとして読めません。", "{ … } の形にしてください。");
      return null;
    }
    return forms.read(group.form(), value, at.in(name));
  }

  private @Nullable List<Filled> rows(String name, JsonNode value, Kind.Rows kind) {
    if (!value.isArray() || value.size() > kind.most()) {
      problem(name, "一覧として読めないか、多すぎます。", "[ { … } ] の形で、" + kind.most() + "件までにしてください。");
      return null;
    }
    List<Filled> rows = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      Checking row = at.in(name + "[" + i + "]");
      if (value.get(i).isObject()) {
        rows.add(forms.read(kind.form(), value.get(i), row));
      } else {
        at.problems().add(row.path(), "項目の集まりとして読めません。", "{ … } の形にしてください。");
      }
    }
    return rows;
  }

  private <T> @Nullable Set<T> several(
      String name, JsonNode value, BiFunction<String, JsonNode, @Nullable T> one) {
    List<T> all = all(name, value, MOST_TEXTS, one);
    return all == null ? null : new HashSet<>(all);
  }

  /** Several values in their order; a single one needs no brackets. */
  private <T> @Nullable List<T> all(
      String name, JsonNode value, int most, BiFunction<String, JsonNode, @Nullable T> one) {
    List<T> all = new ArrayList<>();
    if (!value.isArray()) {
      T single = one.apply(name, value);
      if (single != null) {
        all.add(single);
      }
      return all;
    }
    if (value.size() > most) {
      problem(name, "一覧として読めないか、多すぎます。", "[\"…\", \"…\"] の形で、" + most + "件までにしてください。");
      return null;
    }
    for (int i = 0; i < value.size(); i++) {
      T element = one.apply(name + "[" + i + "]", value.get(i));
      if (element != null) {
        all.add(element);
      }
    }
    return all;
  }

  private void notOffered(FormField<?> field, String name, String problem) {
    at.problems().add(at.path(name), problem, field.fix(directory), field.choices(directory));
  }

  private void wrongForm(String name) {
    problem(name, "番号・コードの形が正しくありません。", "一覧にあるとおりに書いてください。");
  }

  private void problem(String name, String problem, String fix) {
    at.problems().add(at.path(name), problem, fix);
  }
}
