package jp.tsunagu.runtime.site;

import java.util.List;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Plausible;
import jp.tsunagu.contract.wording.Coded;

/** A form with a field of every kind. */
final class TryForm {

  enum Colour {
    RED,
    GREEN,
    BLUE
  }

  enum Many {
    A,
    B,
    C,
    D,
    E,
    F
  }

  static final Form INNER =
      Form.of(
          "inner",
          "内訳",
          FormField.text("relation", "続柄", 40).must(),
          FormField.whole("age", "年齢", 0, 130));

  static final Form ROW =
      Form.of(
          "row",
          "人",
          FormField.nameText("name", "氏名", 100).must(),
          FormField.text("wish", "願い", 4000),
          FormField.rows("inner", INNER, 3));

  static final Form FORM =
      Form.of(
          "try",
          "試しの様式",
          FormField.text("text", "一行", 40).must().hint("短く書いてください。"),
          FormField.telephone("phone", "電話番号"),
          FormField.oneOf("colour", "色", Choice.of(Colour.values(), Colour::name)).must(),
          FormField.oneOf("one", "多くから", Choice.of(Many.values(), Many::name)),
          FormField.someOf("some", "いくつか", Choice.of(Many.values(), Many::name)),
          FormField.whole("count", "人数", 1, 30),
          FormField.persons("numbers", "番号"),
          FormField.yesNo("share", "渡す"),
          FormField.confirmation("sure", "確かめました"),
          FormField.day("born", "生まれた日", Plausible.BORN),
          FormField.day("planned", "予定の日", Plausible.PLANNED),
          FormField.moment("at", "日時", Plausible.HAPPENED),
          FormField.moments("times", "候補", 3, Plausible.PLANNED),
          FormField.uuid("uuid", "通し番号"),
          FormField.agency("agency", "相手"),
          FormField.agencies("agencies", "相手たち"),
          FormField.meeting("meeting", "会合の番号"),
          FormField.listed("listed", "町", _ -> List.of(new Coded("east", "東"))),
          FormField.mark("mark", Form.of("mark", "印", FormField.text("marked", "印の中", 40))),
          FormField.rows("rows", ROW, 3));

  private TryForm() {}
}
