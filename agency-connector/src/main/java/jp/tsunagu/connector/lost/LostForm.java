package jp.tsunagu.connector.lost;

import java.util.function.Supplier;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;

/** What a person sends who decides about something that the network has lost. */
public final class LostForm implements Supplier<Form> {

  private static final FormField<Decision> DECISION =
      FormField.oneOf("decision", "どうするか", Choice.of(Decision.values(), Decision::label)).must();

  /** The form. */
  public static final Form FORM = Form.of("lost", "網が覚えていない連絡の確認", DECISION);

  /** What was decided. */
  public static Decision decision(Filled form) {
    return form.must(DECISION);
  }

  @Override
  public Form get() {
    return FORM;
  }
}
