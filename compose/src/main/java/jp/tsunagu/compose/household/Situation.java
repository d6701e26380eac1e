package jp.tsunagu.compose.household;

import jp.tsunagu.contract.lifecycle.Field;

/**
 * What a person tells about one field of trouble.
 *
 * @param column heading of its column in the CSV form
 * @param name of its field in the JSON form
 * @param trouble お困りごと that is ticked
 */
public record Situation(String column, String name, String trouble, String text) {

  /** The situation of a field, told by a person of this family name. */
  static Situation of(Field field, String familyName) {
    return switch (field) {
      case ELDERLY_CARE ->
          new Situation("介護の状況", "care", "介護", familyName + "さんは物忘れが進み、家事が難しくなってきた。");
      case CHILDREN ->
          new Situation("子育ての状況", "childRearing", "子育て", familyName + "さんの子が学校を休みがちになっている。");
      case DISABILITY ->
          new Situation("障害の状況", "disability", "障害", familyName + "さんは手帳の更新が止まっている。");
      case POVERTY ->
          new Situation("支出・滞納・借金の状況", "debt", "支出・滞納・借金", familyName + "さんは家賃を3か月滞納している。");
      case OTHER -> new Situation("相談したいこと", "wish", "その他", familyName + "さんは家族の一人が長く部屋から出ない。");
    };
  }

  @Override
  public String toString() {
    return "Situation[" + name + "]";
  }
}
