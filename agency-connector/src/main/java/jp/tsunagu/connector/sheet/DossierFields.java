package jp.tsunagu.connector.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.connector.sheet.HouseholdForm.HouseholdRow;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.form.Checking;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.Protection;
import org.jspecify.annotations.Nullable;

/** What can travel sealed: persons, household, note and staff. */
public final class DossierFields {

  /** So many persons at most are in a household. */
  public static final int MOST_PERSONS = 30;

  private static final int OLDEST = 130;

  /** A person of the household by number. */
  public static final FormField<Integer> PERSON =
      FormField.whole("person", "世帯員", 1, MOST_PERSONS).hint("世帯員の番号を書いてください。");

  private static final FormField<Set<Trouble>> TROUBLES =
      FormField.someOf("troubles", "お困りごと", Trouble.CHOICE);
  private static final FormField<Boolean> SHARE =
      FormField.yesNo("share", "共有").hint("いいえ(false)にすると、この欄を外して送ります。");
  private static final FormField<Set<DetailKind>> OMIT =
      FormField.someOf("omit", "外す内容", Choice.DETAIL);

  private static final Form PERSON_ROW =
      Form.of("tsunagu-person", "本人", PERSON)
          .and(Stream.of(PersonField.values()).<FormField<?>>map(PersonField::field).toList())
          .and(List.of(TROUBLES, Bases.BASIS, Bases.STATUTE, SHARE, OMIT))
          .checked(DossierFields::checkBirthDate)
          .checked(Bases::checkStatute);

  private static final FormField<String> RELATION = FormField.text("relation", "続柄", 40).must();
  private static final FormField<Integer> AGE = FormField.whole("age", "年齢", 0, OLDEST);
  private static final FormField<String> MEMBER_NOTE = FormField.text("note", "備考", 400);
  private static final FormField<List<Filled>> MEMBERS =
      FormField.rows(
          "rows",
          Form.of("tsunagu-household-member", "世帯", RELATION, AGE, MEMBER_NOTE),
          MOST_PERSONS);
  private static final FormField<Integer> TOLD_BY =
      FormField.whole("toldBy", "世帯員", 1, MOST_PERSONS).hint("世帯構成を話した人の番号です。");

  private static final FormField<String> STAFF_NAME = FormField.text("name", "担当者", 100);
  private static final FormField<String> STAFF_PHONE = FormField.text("phone", "担当者の電話", 40);

  /** The persons. */
  public static final FormField<List<Filled>> PERSONS =
      FormField.rows("persons", PERSON_ROW, MOST_PERSONS);

  private static final FormField<Filled> HOUSEHOLD =
      FormField.group(
          "household",
          Form.of("tsunagu-household", "世帯構成", TOLD_BY, Bases.BASIS, Bases.STATUTE, SHARE, MEMBERS)
              .checked(Bases::checkStatute));
  private static final FormField<String> NOTE = FormField.text("note", "連絡文", 8000);
  private static final FormField<Filled> STAFF =
      FormField.group("staff", Form.of("tsunagu-staff", "担当・連絡先", STAFF_NAME, STAFF_PHONE));

  /** The fields of an answer. */
  public static final List<FormField<?>> FIELDS = List.of(NOTE, STAFF, PERSONS, HOUSEHOLD);

  /** The same on the つなぐシート, where the note is why somebody is referred. */
  static final List<FormField<?>> OF_SHEET =
      List.of(NOTE.labelled("紹介する理由"), STAFF, PERSONS, HOUSEHOLD);

  private DossierFields() {}

  /** Whether there is anything to be sealed in it. */
  public static boolean isEmpty(Filled form) {
    return Stream.of(PERSONS, HOUSEHOLD, NOTE, STAFF).noneMatch(form::has);
  }

  /** Everything of a form that is to travel: every shared person needs a basis. */
  public static void checkSent(Filled form, Checking at) {
    check(form, at, true);
  }

  static void check(Filled form, Checking at, boolean sent) {
    Set<Integer> seen = new HashSet<>();
    List<Filled> rows = form.or(PERSONS, List.of());
    for (int i = 0; i < rows.size(); i++) {
      Checking row = at.in(PERSONS, i);
      if (!seen.add(rows.get(i).or(PERSON, i + 1))) {
        row.problem(PERSON, "同じ世帯員の番号が2回あります。", "世帯員ごとに別の番号にしてください。");
      }
      checkBasis(rows.get(i), row, sent);
    }
    Filled household = form.get(HOUSEHOLD);
    if (household != null) {
      checkBasis(household, at.in(HOUSEHOLD), sent);
    }
  }

  private static void checkBasis(Filled row, Checking at, boolean sent) {
    if (sent && row.or(SHARE, true) && !row.has(Bases.BASIS)) {
      at.missing(Bases.BASIS.hint("根拠がないときは share を false にしてこの人の欄を外してください。"), "共有の根拠の記入がありません。");
    }
  }

  private static void checkBirthDate(Filled row, Checking at) {
    if (row.get(PersonField.BIRTH_DATE.field()) instanceof LocalDate day
        && (day.isAfter(at.today()) || day.isBefore(at.today().minusYears(OLDEST)))) {
      at.problem(
          PersonField.BIRTH_DATE.field(), "生年月日が未来か、" + OLDEST + "年より前になっています。", "元号と年を確かめてください。");
    }
  }

  /** Whoever would be the reader is the author: what is written would be read by nobody else. */
  public static void checkNothing(Filled form, Checking at) {
    Stream.of(NOTE, STAFF, PERSONS, HOUSEHOLD)
        .filter(form::has)
        .forEach(
            field ->
                at.problem(field, "あて先が自分の機関なので、書いたものを読む相手がいません。", "この欄を空けるか、あて先を別の機関にしてください。"));
  }

  /** In a protected case an address that the recipient may not have would be left out. */
  public static void checkArrives(
      Filled form, Checking at, AgencyId recipient, @Nullable Protection protection) {
    if (protection == null || protection.named().contains(recipient)) {
      return;
    }
    List<Filled> rows = form.or(PERSONS, List.of());
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).or(SHARE, true)
          && !rows.get(i).or(OMIT, Set.of()).contains(DetailKind.CONTACT)) {
        checkNoContact(rows.get(i), at.in(PERSONS, i), recipient);
      }
    }
  }

  private static void checkNoContact(Filled row, Checking at, AgencyId recipient) {
    Stream.of(PersonField.values())
        .filter(field -> field.detail() == DetailKind.CONTACT && row.has(field.field()))
        .forEach(
            field ->
                at.problem(
                    field.field(),
                    "保護(DV等支援措置)の案件なので、" + recipient + " には住所・連絡先を渡せません。",
                    "この欄を空けるか、omit に住所・連絡先(CONTACT)を書いてください。"));
  }

  /** The highest number of a person row; 0 if there is none. */
  static int highestPerson(Filled form) {
    int highest = 0;
    List<Filled> rows = form.or(PERSONS, List.of());
    for (int i = 0; i < rows.size(); i++) {
      highest = Math.max(highest, rows.get(i).or(PERSON, i + 1));
    }
    return highest;
  }

  /** What was filled in. */
  public static DossierForm of(Filled form, boolean sent) {
    List<PersonForm> persons = new ArrayList<>();
    List<Filled> rows = form.or(PERSONS, List.of());
    for (int i = 0; i < rows.size(); i++) {
      persons.add(person(rows.get(i), i + 1, sent));
    }
    Filled household = form.get(HOUSEHOLD);
    String note = form.get(NOTE);
    return new DossierForm(
        persons,
        household == null ? null : household(household, sent),
        note == null ? null : new Sensitive<>(note),
        staff(form.get(STAFF)));
  }

  private static PersonForm person(Filled row, int position, boolean sent) {
    Map<PersonField, String> values = new EnumMap<>(PersonField.class);
    for (PersonField field : PersonField.values()) {
      String value = field.text(row);
      if (value != null) {
        values.put(field, value);
      }
    }
    return new PersonForm(
        new PersonRef(row.or(PERSON, position)),
        row.or(SHARE, sent),
        Bases.of(row),
        row.or(OMIT, Set.of()),
        new Sensitive<>(values),
        new Sensitive<>(row.or(TROUBLES, Set.of())));
  }

  private static HouseholdForm household(Filled form, boolean sent) {
    List<HouseholdRow> rows =
        form.or(MEMBERS, List.of()).stream()
            .map(row -> new HouseholdRow(row.must(RELATION), row.get(AGE), row.get(MEMBER_NOTE)))
            .toList();
    return new HouseholdForm(
        new PersonRef(form.or(TOLD_BY, 1)),
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
