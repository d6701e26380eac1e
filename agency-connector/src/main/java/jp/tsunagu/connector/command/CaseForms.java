package jp.tsunagu.connector.command;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.connector.command.CommandForm.Group;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.sheet.ProtectionFields;
import jp.tsunagu.connector.sheet.Times;
import jp.tsunagu.contract.dossier.Statute;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.EndSupport;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.LiftProtection;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ProtectCase;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.RecordNotification;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.RegisterPersons;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.SettleFields;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.NotifiedOffice;

/** What is about the case itself: fields, persons, protection, the end of one's own support. */
final class CaseForms {

  private static final FormField<Set<Field>> FIELDS =
      FormField.someOf("fields", "分野", Choice.FIELD).must();
  private static final FormField<Integer> PERSONS =
      FormField.whole("persons", "世帯員数", 1, PersonRef.MOST).must().hint("世帯員の人数を書いてください。");
  private static final FormField<Filled> PROTECTION = ProtectionFields.PROTECTION.must();
  private static final FormField<NotifiedOffice> OFFICE =
      FormField.oneOf("office", "連絡先", Choice.known(NotifiedOffice.class)).must();
  private static final FormField<Statute> STATUTE =
      FormField.oneOf(
              "statute",
              "根拠法令",
              new Choice<>(
                  Stream.of(Statute.values()).filter(Statute::telephoneFirst).toList(),
                  Statute::label))
          .must();
  private static final FormField<Set<PersonRef>> CONCERNED =
      FormField.persons("persons", "対象の世帯員").must().hint("[1, 2] のように番号を書いてください。");
  private static final FormField<Instant> CALLED_AT =
      Times.PHONED_AT.must().hint("電話をした日時を書いてください。");

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
              .asking(ReceiverForms.OUTCOME),
          notification());

  private CaseForms() {}

  /** It happened when the call was made; there is nothing else to say when. */
  private static CommandForm notification() {
    Form form =
        Form.of("notification", "電話で済ませた通告・通報を記録する")
            .and(List.of(OFFICE, STATUTE, CONCERNED, CALLED_AT, Times.ON_BEHALF_OF));
    return new CommandForm(
        form.ref().formId(),
        new CommandForm.Words(
            form.title(),
            Group.CASE,
            "通告・通報はつなぎではありません。先に電話をし、ここには済んだことだけを記録します。どの機関にも送られず、話した内容は書きません。"),
        "/cases/{caseId}/notifications",
        List.of(Targets.CASE),
        false,
        form,
        CaseForms::notified);
  }

  private static Wish notified(Making on) {
    Instant calledAt = on.must(CALLED_AT);
    Times times = new Times(calledAt, calledAt, on.get(Times.ON_BEHALF_OF));
    return Wish.of(
        new RecordNotification(
            on.tools().draft().header(on.caseId(), times),
            on.must(OFFICE),
            on.must(STATUTE),
            on.must(CONCERNED)));
  }

  private static CommandForm onCase(String name, String title, String path, Maker make) {
    return CommandForm.onCase(Group.CASE, name, title, path, make);
  }
}
