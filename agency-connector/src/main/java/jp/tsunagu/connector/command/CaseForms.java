package jp.tsunagu.connector.command;

import java.util.List;
import java.util.Set;
import jp.tsunagu.connector.command.CommandForm.Group;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.sheet.DossierFields;
import jp.tsunagu.connector.sheet.ProtectionFields;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.EndSupport;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.LiftProtection;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ProtectCase;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.RegisterPersons;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.SettleFields;
import jp.tsunagu.contract.lifecycle.Field;

/** What is about the case itself: fields, persons, protection, the end of one's own support. */
final class CaseForms {

  private static final FormField<Set<Field>> FIELDS =
      FormField.someOf("fields", "分野", Choice.FIELD).must();
  private static final FormField<Integer> PERSONS =
      FormField.whole("persons", "世帯員数", 1, DossierFields.MOST_PERSONS)
          .must()
          .hint("世帯員の人数を書いてください。");
  private static final FormField<Filled> PROTECTION = ProtectionFields.PROTECTION.must();

  static final List<CommandForm> ALL =
      List.of(
          onCase(
                  "fields",
                  "アセスメント後の分野を記録する",
                  "/fields",
                  on -> Wish.of(new SettleFields(on.header(), on.must(FIELDS))))
              .asking(FIELDS),
          onCase(
                  "persons",
                  "世帯員の人数を増やす",
                  "/persons",
                  on -> Wish.of(new RegisterPersons(on.header(), on.must(PERSONS))))
              .asking(PERSONS),
          onCase(
                  "protection",
                  "保護(DV等支援措置)を登録・変更する",
                  "/protection",
                  on ->
                      Wish.of(
                          new ProtectCase(on.header(), ProtectionFields.of(on.must(PROTECTION)))))
              .asking(PROTECTION),
          onCase(
                  "lift-protection",
                  "保護を解除する",
                  "/protection/lift",
                  on -> Wish.of(new LiftProtection(on.header())))
              .saying("期限が来ても自動では解除されません。"),
          onCase(
                  "end-support",
                  "受け付けた機関の支援の終了を記録する",
                  "/end-support",
                  on -> Wish.of(new EndSupport(on.header(), on.must(ReceiverForms.OUTCOME))))
              .asking(ReceiverForms.OUTCOME));

  private CaseForms() {}

  private static CommandForm onCase(String name, String title, String path, Maker make) {
    return CommandForm.onCase(Group.CASE, name, title, path, make);
  }
}
