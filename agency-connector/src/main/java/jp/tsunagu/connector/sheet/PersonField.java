package jp.tsunagu.connector.sheet;

import jp.tsunagu.contract.dossier.DetailKind;

/** The fields of a person row and what each tells of the person. */
public enum PersonField {
  NAME("name", "氏名", DetailKind.IDENTITY, 100),
  KANA("kana", "ふりがな", DetailKind.IDENTITY, 100),
  GENDER("gender", "性別", DetailKind.IDENTITY, 20),
  BIRTH_DATE("birthDate", "生年月日", DetailKind.IDENTITY, 40),
  ADDRESS("address", "住所", DetailKind.CONTACT, 200),
  PHONE_HOME("phoneHome", "電話(自宅)", DetailKind.CONTACT, 40),
  PHONE_MOBILE("phoneMobile", "電話(携帯)", DetailKind.CONTACT, 40),
  WISH("wish", "相談したいこと", DetailKind.CONSULTATION, 4000),
  HEALTH("health", "病気・医療の状況", DetailKind.HEALTH, 4000),
  DISABILITY("disability", "障害の状況", DetailKind.DISABILITY, 4000),
  CARE("care", "介護の状況", DetailKind.CARE, 4000),
  CHILD_REARING("childRearing", "子育ての状況", DetailKind.CHILD_REARING, 4000),
  WORK_AND_INCOME("workAndIncome", "収入・仕事の状況", DetailKind.WORK_AND_INCOME, 4000),
  DEBT("debt", "支出・滞納・借金の状況", DetailKind.DEBT, 4000),
  HOUSING("housing", "住まいの状況", DetailKind.HOUSING, 4000),
  VIOLENCE("violence", "DV・虐待の状況", DetailKind.VIOLENCE, 4000),
  RIGHTS("rights", "権利擁護の状況", DetailKind.RIGHTS, 4000);

  private final String id;
  private final String label;
  private final DetailKind detail;
  private final int longest;

  PersonField(String id, String label, DetailKind detail, int longest) {
    this.id = id;
    this.label = label;
    this.detail = detail;
    this.longest = longest;
  }

  /** The field's name in JSON. */
  public String id() {
    return id;
  }

  /** What a person reads, and the column's name in CSV. */
  public String label() {
    return label;
  }

  /** What it tells of the person. */
  public DetailKind detail() {
    return detail;
  }

  int longest() {
    return longest;
  }
}
