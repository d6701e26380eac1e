package jp.tsunagu.connector.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.connector.sheet.HouseholdForm.HouseholdRow;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.TextOwner;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * What can travel sealed: persons, household, note and staff; what of it holds is {@link
 * DossierChecks}.
 */
public final class DossierFields {

  private static final int OLDEST = 130;

  /** A person of the household by number. */
  public static final FormField<PersonRef> PERSON = FormField.person("person", "世帯員");

  private static final FormField<Set<Trouble>> TROUBLES =
      FormField.someOf("troubles", "お困りごと", Trouble.CHOICE);
  static final FormField<Boolean> SHARE =
      FormField.yesNo("share", "共有").hint("いいえ(false)にすると、この欄を外して送ります。");
  static final FormField<Set<DetailKind>> OMIT = FormField.someOf("omit", "外す内容", Choice.DETAIL);

  /** What tells something of the person of a row. */
  static final List<FormField<?>> ABOUT_A_PERSON =
      Stream.concat(Stream.of(PersonField.values()).map(PersonField::field), Stream.of(TROUBLES))
          .<FormField<?>>map(field -> field)
          .toList();

  private static final Form PERSON_ROW =
      Form.of("tsunagu-person", "本人", PERSON)
          .and(ABOUT_A_PERSON)
          .and(List.of(Bases.BASIS, Bases.STATUTE, SHARE, OMIT))
          .checked(Bases::checkStatute);

  static final FormField<String> RELATION =
      FormField.text("relation", "続柄", 40).must().ownedBy(TextOwner.TELLER);
  private static final FormField<Integer> AGE =
      FormField.whole("age", "年齢", 0, OLDEST).ownedBy(TextOwner.TELLER);
  static final FormField<PersonRef> MEMBER =
      FormField.person("person", "続柄の人の番号").hint("備考を書くときに、その人の世帯員の番号を書きます。");
  static final FormField<String> MEMBER_NOTE =
      FormField.text("note", "備考", 400).ownedBy(TextOwner.NAMED_BESIDE);
  static final FormField<List<Filled>> MEMBERS =
      FormField.rows(
          "rows",
          Form.of("tsunagu-household-member", "世帯", RELATION, AGE, MEMBER, MEMBER_NOTE),
          PersonRef.MOST);
  private static final FormField<PersonRef> TOLD_BY =
      FormField.person("toldBy", "世帯員").hint("世帯構成を話した人の番号です。");

  private static final FormField<String> STAFF_NAME =
      FormField.text("name", "担当者", 100).ownedBy(TextOwner.AGENCY);
  private static final FormField<String> STAFF_PHONE =
      FormField.telephone("phone", "担当者の電話").ownedBy(TextOwner.AGENCY);

  /** The persons. */
  public static final FormField<List<Filled>> PERSONS =
      FormField.rows("persons", PERSON_ROW, PersonRef.MOST);

  private static final Form HOUSEHOLD_FORM =
      Form.of("tsunagu-household", "世帯構成", TOLD_BY, Bases.BASIS, Bases.STATUTE, SHARE, MEMBERS)
          .checked(Bases::checkStatute);
  static final FormField<Filled> HOUSEHOLD = FormField.group("household", HOUSEHOLD_FORM);
  private static final Form STAFF_FORM =
      Form.of("tsunagu-staff", "担当・連絡先", STAFF_NAME, STAFF_PHONE);
  static final FormField<Filled> STAFF = FormField.group("staff", STAFF_FORM);

  static final FormRef PERSON_SHEET = PERSON_ROW.ref();
  static final FormRef HOUSEHOLD_SHEET = HOUSEHOLD_FORM.ref();
  static final FormRef STAFF_SHEET = STAFF_FORM.ref();
  static final FormRef NOTE_SHEET = new FormRef("tsunagu-note", 1);

  /** The fields of an answer. */
  public static final List<FormField<?>> FIELDS = fields(NoteFields.TEXT);

  /** The same on the つなぐシート, where the note is why somebody is referred. */
  static final List<FormField<?>> OF_SHEET = fields(NoteFields.REASON);

  private static List<FormField<?>> fields(FormField<String> note) {
    return Stream.of(
            Stream.of(note),
            NoteFields.BESIDE.stream(),
            Stream.of(STAFF, PERSONS, HOUSEHOLD, FileFields.FILES))
        .<FormField<?>>flatMap(some -> some)
        .toList();
  }

  private DossierFields() {}

  /** Whose row it is: whom it names, else whose number its place is. */
  static PersonRef person(Filled row, int place) {
    return row.or(PERSON, new PersonRef(place));
  }

  private static @Nullable Filled personRow(Filled form, PersonRef person) {
    List<Filled> rows = form.or(PERSONS, List.of());
    for (int i = 0; i < rows.size(); i++) {
      if (person(rows.get(i), i + 1).equals(person)) {
        return rows.get(i);
      }
    }
    return null;
  }

  /** The ground declared in the row of a person who is shared; none if there is none. */
  static @Nullable SharingBasis basisOf(Filled form, PersonRef person) {
    Filled row = personRow(form, person);
    return row == null || !row.or(SHARE, true) ? null : Bases.of(row);
  }

  /** The highest number of a person row; 0 if there is none. */
  static int highestPerson(Filled form) {
    int highest = 0;
    List<Filled> rows = form.or(PERSONS, List.of());
    for (int i = 0; i < rows.size(); i++) {
      highest = Math.max(highest, person(rows.get(i), i + 1).number());
    }
    return Math.max(highest, FileFields.highestPerson(form));
  }

  /** What was filled in. */
  public static DossierForm of(Filled form, boolean sent) {
    List<PersonForm> persons = new ArrayList<>();
    List<Filled> rows = form.or(PERSONS, List.of());
    for (int i = 0; i < rows.size(); i++) {
      persons.add(person(form, rows.get(i), i + 1, sent));
    }
    Filled household = form.get(HOUSEHOLD);
    return new DossierForm(
        persons,
        household == null ? null : household(household, sent),
        NoteFields.of(form, person -> basisOf(form, person)).orElse(null),
        staff(form.get(STAFF)),
        FileFields.of(form, person -> basisOf(form, person)));
  }

  private static PersonForm person(Filled form, Filled row, int position, boolean sent) {
    PersonRef person = person(row, position);
    Map<PersonField, String> values = new EnumMap<>(PersonField.class);
    for (PersonField field : PersonField.values()) {
      String value = field.text(row);
      if (value != null) {
        values.put(field, value);
      }
    }
    return new PersonForm(
        person,
        row.or(SHARE, sent),
        Bases.of(row),
        row.or(OMIT, Set.of()),
        new Sensitive<>(values),
        new Sensitive<>(row.or(TROUBLES, Set.of())),
        memberNote(form, person));
  }

  private static @Nullable Sensitive<String> memberNote(Filled form, PersonRef person) {
    Filled household = form.get(HOUSEHOLD);
    String notes =
        household == null || !household.or(SHARE, true)
            ? ""
            : household.or(MEMBERS, List.of()).stream()
                .filter(row -> person.equals(row.get(MEMBER)))
                .map(row -> row.or(MEMBER_NOTE, ""))
                .filter(note -> !note.isEmpty())
                .collect(Collectors.joining("\n"));
    return notes.isEmpty() ? null : new Sensitive<>(notes);
  }

  private static HouseholdForm household(Filled form, boolean sent) {
    List<HouseholdRow> rows =
        form.or(MEMBERS, List.of()).stream()
            .map(row -> new HouseholdRow(row.must(RELATION), row.get(AGE)))
            .toList();
    return new HouseholdForm(
        form.or(TOLD_BY, new PersonRef(1)),
        form.or(SHARE, sent),
        Bases.of(form),
        new Sensitive<>(rows));
  }

  private static @Nullable Sensitive<DossierForm.Staff> staff(@Nullable Filled form) {
    return form == null
        ? null
        : new Sensitive<>(new DossierForm.Staff(form.get(STAFF_NAME), form.get(STAFF_PHONE)));
  }
}
