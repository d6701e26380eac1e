package jp.tsunagu.runtime.aside;

import java.util.function.Supplier;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;

/** What a person sends who passes a record: why. */
public final class PassForm implements Supplier<Form> {

  private static final FormField<PassReason> REASON =
      FormField.oneOf("reason", "先へ進む理由", Choice.of(PassReason.values(), PassReason::label)).must();

  /** The form. */
  public static final Form FORM = Form.of("pass", "読まずに先へ進む理由", REASON);

  /** The reason that was chosen. */
  public static PassReason reason(Filled form) {
    return form.must(REASON);
  }

  @Override
  public Form get() {
    return FORM;
  }
}
