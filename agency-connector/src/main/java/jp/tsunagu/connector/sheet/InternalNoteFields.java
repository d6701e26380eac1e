package jp.tsunagu.connector.sheet;

import java.util.function.Supplier;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.TextOwner;
import jp.tsunagu.contract.id.PersonRef;

/** 内部メモ: what people of an agency write for themselves, and about whom. */
public final class InternalNoteFields implements Supplier<Form> {

  /** The name of the field that says about whom. */
  public static final String ABOUT = "memoAbout";

  private static final FormField<String> TEXT =
      FormField.text("memo", "メモ", 4000).must().ownedBy(TextOwner.NAMED_BESIDE);
  private static final FormField<PersonRef> PERSON =
      FormField.person(ABOUT, "だれについて(世帯員の番号)").must().hint("世帯員の番号(例 1)を書いてください。");

  /** The form. */
  public static final Form FORM = Form.of("internal-note", "内部メモ", TEXT, PERSON);

  @Override
  public Form get() {
    return FORM;
  }

  /** Whose it is. */
  public static PersonRef person(Filled form) {
    return form.must(PERSON);
  }

  /** What was written. */
  public static Sensitive<String> text(Filled form) {
    return new Sensitive<>(form.must(TEXT));
  }
}
