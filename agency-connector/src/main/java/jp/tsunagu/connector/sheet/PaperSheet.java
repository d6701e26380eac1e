package jp.tsunagu.connector.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.connector.sheet.HouseholdForm.HouseholdRow;
import jp.tsunagu.connector.sheet.PaperPerson.Line;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.form.JsonForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a つなぐシート says on paper: the same from what was typed and from what is held. Of what may not
 * be read it has the reason and nothing else.
 *
 * @param persons by number
 * @param household 世帯構成, one line per member
 * @param notes 紹介する理由 or 連絡文, with whom it is about
 * @param staff who is in charge
 * @param closed why a part of nobody's row cannot be read
 */
public record PaperSheet(
    List<PaperPerson> persons,
    List<Line> household,
    List<Line> notes,
    List<Line> staff,
    List<String> closed) {

  private static final String NOTE = "連絡文・紹介する理由";
  private static final String DESK = "調整窓口(振り分け)";
  private static final String STAYS = "この人の欄は送りません。";

  /** Keeps unmodifiable copies. */
  public PaperSheet {
    persons = List.copyOf(persons);
    household = List.copyOf(household);
    notes = List.copyOf(notes);
    staff = List.copyOf(staff);
    closed = List.copyOf(closed);
  }

  /**
   * A whole sheet as it was typed, with what does not travel: the sender's own paper has the
   * reasons for all of its 紹介先.
   *
   * @param nameOf what a 紹介先 is called; of the desk that sorts it, none
   */
  public static PaperSheet of(TsunaguSheet sheet, Function<@Nullable AgencyId, String> nameOf) {
    PaperSheet typed = of(sheet.dossier());
    if (sheet.further().isEmpty()) {
      return typed;
    }
    return typed.saying(
        Stream.concat(
                Stream.of(new Reason(sheet.referral(), sheet.dossier().note())),
                sheet.further().stream().map(each -> new Reason(each.referral(), each.reason())))
            .map(each -> each.line(nameOf))
            .toList());
  }

  /** Why a 紹介先 was chosen. */
  private record Reason(@Nullable ReferralForm to, @Nullable NoteForm note) {

    Line line(Function<@Nullable AgencyId, String> nameOf) {
      String whom = to == null ? "" : nameOf.apply(to.receiver());
      return new Line(
          "紹介先 " + (whom.isEmpty() ? DESK : whom) + (note == null ? "" : " " + noteOf(note)),
          note == null ? "" : note.text().value());
    }
  }

  private PaperSheet saying(List<Line> others) {
    return new PaperSheet(persons, household, others, staff, closed);
  }

  /** As it was typed, with what does not travel. */
  static PaperSheet of(DossierForm form) {
    HouseholdForm household = form.household();
    return new PaperSheet(
        form.persons().stream()
            .sorted(Comparator.comparingInt(row -> row.person().number()))
            .map(PaperSheet::typed)
            .toList(),
        household == null
            ? List.of()
            : household.rows().value().stream().map(PaperSheet::member).toList(),
        form.note() == null
            ? List.of()
            : List.of(new Line(noteOf(form.note()), form.note().text().value())),
        form.staff() == null ? List.of() : staff(form.staff().value()),
        List.of());
  }

  private static PaperPerson typed(PersonForm row) {
    return PaperPerson.of(
        row.person().number(),
        row.values().value(),
        row.troubles().value(),
        row.memberNote() == null
            ? List.of()
            : List.of(
                new Line(DossierRows.label(PartContent.MEMBER_NOTE), row.memberNote().value())),
        row.shared() ? List.of() : List.of(STAYS));
  }

  private static String noteOf(NoteForm note) {
    return NOTE + (note.about() == null ? "(個人の記載なし)" : "(世帯員" + note.about().number() + ")");
  }

  private static Line member(HouseholdRow row) {
    return new Line(row.relation(), row.age() == null ? "" : row.age() + "歳");
  }

  private static List<Line> staff(DossierForm.Staff staff) {
    List<Line> lines = new ArrayList<>();
    if (staff.name() != null) {
      lines.add(new Line("担当者", staff.name()));
    }
    if (staff.phone() != null) {
      lines.add(new Line("担当者の電話", staff.phone()));
    }
    return lines;
  }

  /** As it is held, and as it may be shown. */
  public static PaperSheet of(DossierView dossier) {
    Map<Integer, Held> persons = new TreeMap<>();
    List<Line> household = new ArrayList<>();
    List<Line> notes = new ArrayList<>();
    List<Line> staff = new ArrayList<>();
    List<String> closed = new ArrayList<>();
    for (PartView part : dossier.parts()) {
      JsonNode content = content(part);
      switch (part.kind()) {
        case PERSON, WHEREABOUTS ->
            persons
                .computeIfAbsent(part.person().orElseThrow().number(), _ -> new Held())
                .add(part, content);
        case HOUSEHOLD -> content.path("rows").forEach(row -> household.add(member(row)));
        case NOTE -> {
          if (content.has("text")) {
            notes.add(new Line(about(part), content.path("text").asString("")));
          }
        }
        case STAFF ->
            staff.addAll(
                staff(
                    new DossierForm.Staff(
                        content.path("name").asString(null),
                        content.path("phone").asString(null))));
        default -> {}
      }
      if (!part.content().label().isEmpty() && !isOfPerson(part)) {
        closed.add(part.kind().label() + ": " + part.content().label());
      }
    }
    return new PaperSheet(
        persons.entrySet().stream().map(each -> each.getValue().paper(each.getKey())).toList(),
        household,
        notes,
        staff,
        closed);
  }

  private static boolean isOfPerson(PartView part) {
    return part.kind() == PartKind.PERSON || part.kind() == PartKind.WHEREABOUTS;
  }

  private static JsonNode content(PartView part) {
    return part.content() instanceof PartView.Content.Open(var json)
            && JsonForm.read(json.value().toByteArray()) instanceof JsonForm.Readable(var root)
        ? root
        : JsonNodeFactory.instance.objectNode();
  }

  private static String about(PartView part) {
    return NOTE + "(" + part.about() + ")";
  }

  private static Line member(JsonNode row) {
    return new Line(
        row.path("relation").asString(""), row.has("age") ? row.path("age").asString() + "歳" : "");
  }

  /** What is held of one person, part by part. */
  private static final class Held {
    private final Map<PersonField, String> values = new EnumMap<>(PersonField.class);
    private final Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
    private final List<Line> more = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();

    void add(PartView part, JsonNode content) {
      for (PersonField field : PersonField.values()) {
        String value = content.path(field.id()).asString("");
        if (!value.isEmpty()) {
          values.put(field, value);
        }
      }
      content
          .path("troubles")
          .forEach(code -> Trouble.CHOICE.find(code.asString("")).ifPresent(troubles::add));
      String note = content.path(PartContent.MEMBER_NOTE).asString("");
      if (!note.isEmpty()) {
        more.add(new Line(DossierRows.label(PartContent.MEMBER_NOTE), note));
      }
      if (!part.content().label().isEmpty()) {
        closed.add(part.content().label());
      }
    }

    PaperPerson paper(int number) {
      return PaperPerson.of(number, values, troubles, more, closed);
    }
  }
}
