package jp.tsunagu.connector.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.connector.form.Choice;
import jp.tsunagu.connector.form.Fields;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.connector.sheet.HouseholdForm.HouseholdRow;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/** Reads what can travel sealed: persons, household, note and staff. */
public final class DossierReader {

  private static final int MOST_PERSONS = 30;
  private static final int OLDEST = 130;

  private final LocalDate today;

  /**
   * A reader for one day.
   *
   * @param today birth dates after this day (Asia/Tokyo) are wrong
   */
  public DossierReader(LocalDate today) {
    this.today = today;
  }

  /**
   * Reads {@code persons}, {@code household}, {@code note} and {@code staff}.
   *
   * @param sent whether it is to travel, so that every shared person needs a basis
   */
  public DossierForm read(Fields form, boolean sent) {
    List<PersonForm> persons = new ArrayList<>();
    Set<PersonRef> seen = new HashSet<>();
    List<Fields> rows = form.objects("persons", MOST_PERSONS);
    for (int i = 0; i < rows.size(); i++) {
      PersonForm person = person(rows.get(i), i + 1, sent);
      if (!seen.add(person.person())) {
        rows.get(i).problem("person", "同じ世帯員の番号が2回あります。", "世帯員ごとに別の番号にしてください。");
      }
      persons.add(person);
    }
    HouseholdForm household = household(form.object("household"), sent);
    String note = form.text("note", 8000);
    Sensitive<DossierForm.Staff> staff = staff(form.object("staff"));
    return new DossierForm(persons, household, note == null ? null : new Sensitive<>(note), staff);
  }

  private PersonForm person(Fields row, int position, boolean sent) {
    Integer number = row.number("person", 1, MOST_PERSONS);
    Map<PersonField, String> values = new EnumMap<>(PersonField.class);
    for (PersonField field : PersonField.values()) {
      String value = value(row, field);
      if (value != null) {
        values.put(field, value);
      }
    }
    boolean shared = row.yes("share", sent);
    PersonForm person =
        new PersonForm(
            new PersonRef(number == null ? position : number),
            shared,
            basis(row, sent && shared),
            row.choices("omit", Choice.DETAIL),
            new Sensitive<>(values),
            new Sensitive<>(row.choices("troubles", Trouble.CHOICE)));
    row.nothingElse();
    return person;
  }

  private @Nullable String value(Fields row, PersonField field) {
    return switch (field) {
      case BIRTH_DATE -> birthDate(row);
      case GENDER -> gender(row);
      case NAME, KANA, ADDRESS ->
          LostCharacters.check(row, field, row.text(field.id(), field.longest()));
      case PHONE_HOME,
          PHONE_MOBILE,
          WISH,
          HEALTH,
          DISABILITY,
          CARE,
          CHILD_REARING,
          WORK_AND_INCOME,
          DEBT,
          HOUSING,
          VIOLENCE,
          RIGHTS ->
          row.text(field.id(), field.longest());
    };
  }

  private static @Nullable String gender(Fields row) {
    Gender gender = row.choice(PersonField.GENDER.id(), Gender.CHOICE);
    return gender == null ? null : gender.name();
  }

  private @Nullable String birthDate(Fields row) {
    String name = PersonField.BIRTH_DATE.id();
    LocalDate day = row.date(name);
    if (day == null) {
      return null;
    }
    if (day.isAfter(today) || day.isBefore(today.minusYears(OLDEST))) {
      row.problem(name, "生年月日が未来か、" + OLDEST + "年より前になっています。", "元号と年を確かめてください。");
    }
    return day.toString();
  }

  /** Reads the declared ground of one person; noted as missing where it is needed. */
  private static @Nullable SharingBasis basis(Fields row, boolean needed) {
    Bases basis = row.choice("basis", Bases.CHOICE);
    if (basis == null) {
      if (needed && !row.has("basis")) {
        row.problem(
            "basis",
            "共有の根拠の記入がありません。",
            "次から選んでください: " + Bases.CHOICE.list() + "。根拠がないときは share を false にしてこの人の欄を外してください。");
      }
      return null;
    }
    return basis.read(row);
  }

  private @Nullable HouseholdForm household(@Nullable Fields fields, boolean sent) {
    if (fields == null) {
      return null;
    }
    Integer toldBy = fields.number("toldBy", 1, MOST_PERSONS);
    boolean shared = fields.yes("share", sent);
    SharingBasis basis = basis(fields, sent && shared);
    List<HouseholdRow> rows = new ArrayList<>();
    for (Fields row : fields.objects("rows", MOST_PERSONS)) {
      rows.add(
          new HouseholdRow(
              row.requiredText("relation", 40),
              row.number("age", 0, OLDEST),
              row.text("note", 400)));
      row.nothingElse();
    }
    fields.nothingElse();
    return new HouseholdForm(
        new PersonRef(toldBy == null ? 1 : toldBy), shared, basis, new Sensitive<>(rows));
  }

  private static @Nullable Sensitive<DossierForm.Staff> staff(@Nullable Fields fields) {
    if (fields == null) {
      return null;
    }
    var staff = new DossierForm.Staff(fields.text("name", 100), fields.text("phone", 40));
    fields.nothingElse();
    return new Sensitive<>(staff);
  }
}
