package jp.tsunagu.connector.web;

import java.util.function.Supplier;
import jp.tsunagu.contract.directory.Fingerprint;
import jp.tsunagu.contract.form.Checking;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;

/** What a person sends who compared a fingerprint that was read aloud. */
final class FingerprintForm implements Supplier<Form> {

  private static final String HOW = "相手の機関に電話し、読み上げられた署名鍵の指紋(16進64桁)を書いてください。区切りはあってもなくてもかまいません。";
  private static final int LONGEST = 200;

  private static final FormField<String> FINGERPRINT =
      FormField.text("fingerprint", "署名鍵の指紋", LONGEST).must().hint(HOW);

  /** The form. */
  static final Form FORM =
      Form.of("fingerprint", "電話で確かめた指紋", FINGERPRINT).checked(FingerprintForm::isOne);

  private static void isOne(Filled form, Checking at) {
    String typed = form.get(FINGERPRINT);
    if (typed != null && Fingerprint.read(typed).isEmpty()) {
      at.problem(FINGERPRINT, "指紋(16進64桁)ではありません。", HOW);
    }
  }

  /** The fingerprint. */
  static Fingerprint fingerprint(Filled form) {
    return Fingerprint.read(form.must(FINGERPRINT)).orElseThrow();
  }

  @Override
  public Form get() {
    return FORM;
  }
}
