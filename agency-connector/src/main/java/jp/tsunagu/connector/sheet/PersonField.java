package jp.tsunagu.connector.sheet;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import jp.tsunagu.contract.form.Plausible;
import jp.tsunagu.contract.form.TextOwner;
import jp.tsunagu.contract.person.Identity;
import org.jspecify.annotations.Nullable;

/** The fields of a person row and what each tells of the person. */
public enum PersonField {
  NAME(DetailKind.IDENTITY, FormField.nameText("name", "氏名", 100).ownedBy(TextOwner.PERSON)),
  KANA(DetailKind.IDENTITY, FormField.nameText("kana", "ふりがな", 100).ownedBy(TextOwner.PERSON)),
  GENDER(DetailKind.IDENTITY, FormField.oneOf("gender", "性別", Gender.CHOICE)),
  BIRTH_DATE(DetailKind.IDENTITY, FormField.day("birthDate", "生年月日", Plausible.BORN)),
  ADDRESS(DetailKind.CONTACT, FormField.nameText("address", "住所", 200).ownedBy(TextOwner.PERSON)),
  PHONE_HOME(
      DetailKind.CONTACT, FormField.telephone("phoneHome", "電話(自宅)").ownedBy(TextOwner.PERSON)),
  PHONE_MOBILE(
      DetailKind.CONTACT, FormField.telephone("phoneMobile", "電話(携帯)").ownedBy(TextOwner.PERSON)),
  /** What the person asks whoever reads it to mind. */
  CONSIDERATION(
      DetailKind.CONSULTATION,
      FormField.text("consideration", "配慮の希望", 2000)
          .ownedBy(TextOwner.PERSON)
          .hint("「母には言わないでほしい」など。受け手が最初に読みます。紙には印刷しません。")),
  WISH(DetailKind.CONSULTATION, FormField.text("wish", "相談したいこと", 4000).ownedBy(TextOwner.PERSON)),
  HEALTH(DetailKind.HEALTH, FormField.text("health", "病気・医療の状況", 4000).ownedBy(TextOwner.PERSON)),
  DISABILITY(
      DetailKind.DISABILITY, FormField.text("disability", "障害の状況", 4000).ownedBy(TextOwner.PERSON)),
  CARE(DetailKind.CARE, FormField.text("care", "介護の状況", 4000).ownedBy(TextOwner.PERSON)),
  CHILD_REARING(
      DetailKind.CHILD_REARING,
      FormField.text("childRearing", "子育ての状況", 4000).ownedBy(TextOwner.PERSON)),
  WORK_AND_INCOME(
      DetailKind.WORK_AND_INCOME,
      FormField.text("workAndIncome", "収入・仕事の状況", 4000).ownedBy(TextOwner.PERSON)),
  DEBT(DetailKind.DEBT, FormField.text("debt", "支出・滞納・借金の状況", 4000).ownedBy(TextOwner.PERSON)),
  HOUSING(DetailKind.HOUSING, FormField.text("housing", "住まいの状況", 4000).ownedBy(TextOwner.PERSON)),
  VIOLENCE(
      DetailKind.VIOLENCE, FormField.text("violence", "DV・虐待の状況", 4000).ownedBy(TextOwner.PERSON)),
  RIGHTS(DetailKind.RIGHTS, FormField.text("rights", "権利擁護の状況", 4000).ownedBy(TextOwner.PERSON));

  private static final int LONGEST_LINE = 200;

  private final DetailKind detail;
  private final FormField<?> field;

  PersonField(DetailKind detail, FormField<?> field) {
    this.detail = detail;
    this.field = field;
  }

  /** The field's name in JSON. */
  public String id() {
    return field.name();
  }

  /** What a person reads, and the column's name in CSV. */
  public String label() {
    return field.label();
  }

  /** What it tells of the person. */
  public DetailKind detail() {
    return detail;
  }

  /** What it says of who the person is; none where it says nothing of that. */
  Optional<Identity.Kind> identity() {
    return switch (this) {
      case NAME -> Optional.of(Identity.Kind.NAME);
      case KANA -> Optional.of(Identity.Kind.READING);
      case ADDRESS -> Optional.of(Identity.Kind.ADDRESS);
      case PHONE_HOME, PHONE_MOBILE -> Optional.of(Identity.Kind.TELEPHONE);
      case GENDER,
          BIRTH_DATE,
          CONSIDERATION,
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
          Optional.empty();
    };
  }

  /** Whether it is told in sentences: on paper it then stands on the back, with room of its own. */
  boolean isStory() {
    return field.kind() instanceof Kind.Text(int longest, Kind.Holds holds)
        && holds == Kind.Holds.WORDS
        && longest > LONGEST_LINE;
  }

  /** Whether it stands on paper, which others of the household may get to see. */
  boolean isPrinted() {
    return this != CONSIDERATION;
  }

  /** Whether it takes a line of the paper for itself. */
  boolean isWide() {
    return field.kind() instanceof Kind.Text(int _, Kind.Holds holds) && holds == Kind.Holds.NAME;
  }

  /** How it is declared. */
  FormField<?> field() {
    return field;
  }

  /** What was filled in, as it is kept: a day as ISO date, a choice as its code. */
  @Nullable String text(Filled row) {
    Object value = row.get(field);
    return switch (value) {
      case null -> null;
      case LocalDate day -> day.toString();
      case Gender gender -> gender.name();
      default -> value.toString();
    };
  }
}
