package jp.tsunagu.connector.command;

import java.util.List;
import jp.tsunagu.connector.command.CommandForm.Group;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.ContactKind;
import jp.tsunagu.contract.lifecycle.SideCommand.BeginSideSupport;
import jp.tsunagu.contract.lifecycle.SideCommand.EndSideSupport;
import jp.tsunagu.contract.lifecycle.SideCommand.MoveSideSupport;
import jp.tsunagu.contract.lifecycle.SideCommand.RecordContact;
import jp.tsunagu.contract.lifecycle.SideFlow;
import jp.tsunagu.contract.lifecycle.SideKind;
import jp.tsunagu.contract.lifecycle.SideReason;
import jp.tsunagu.contract.lifecycle.SideStage;

/** 参加支援 and アウトリーチ: supports that run beside the case, each for one person. */
public final class SideForms {

  /** Which support. */
  public static final FormField<SideKind> KIND =
      FormField.oneOf("kind", "支援", Choice.known(SideKind.class)).must();

  /** Where it goes. */
  public static final FormField<SideStage> STAGE =
      FormField.oneOf("stage", "段階", Choice.known(SideStage.class)).must().hint("次の段階か、前の段階を選びます。");

  private static final FormField<AgencyId> PROVIDER =
      FormField.agency("provider", "担う機関").hint("空欄ならこの機関です。この案件にいる機関を選びます。");
  private static final FormField<SideReason> REASON =
      FormField.oneOf("reason", "担う理由", Choice.known(SideReason.class))
          .must()
          .hint("参加支援は「合う制度がない」。アウトリーチは、この事業が担うか既存の機関が担うかの理由です。");
  private static final FormField<ContactKind> CONTACT =
      FormField.oneOf("contact", "関わりの方法", Choice.known(ContactKind.class)).must();
  static final List<CommandForm> ALL =
      List.of(
          onCase("begin-support", "参加支援・アウトリーチを始める", "", SideForms::begin)
              .asking(KIND, Targets.PERSON, PROVIDER, REASON)
              .saying("参加支援は、重層的支援会議が必要と判断してから始められます。"),
          onCase(
                  "move-support",
                  "次の段階へ進める・前の段階へ戻す",
                  "/stage",
                  on ->
                      StepNotes.carrying(
                          on,
                          new MoveSideSupport(
                              on.header(),
                              on.must(KIND),
                              person(on),
                              on.must(STAGE),
                              on.get(CoordinationForms.EXCEPTION),
                              null)))
              .asking(KIND, Targets.PERSON, STAGE, CoordinationForms.EXCEPTION, StepNotes.READER)
              .carrying()
              .saying(StepNotes.SAYING),
          onCase("record-contact", "関わりを記録する", "/contacts", SideForms::contact)
              .asking(KIND, Targets.PERSON, CONTACT, StepNotes.READER)
              .carrying()
              .saying("経過には方法と日だけが残ります。note に書いた内容は封をして、読む機関にだけ渡ります。"),
          onCase(
                  "end-support-beside",
                  "参加支援・アウトリーチを終結する",
                  "/end",
                  on ->
                      StepNotes.carrying(
                          on,
                          new EndSideSupport(
                              on.header(),
                              on.must(KIND),
                              person(on),
                              on.get(CoordinationForms.GROUND),
                              on.get(CoordinationForms.RHYTHM),
                              on.get(CoordinationForms.EXCEPTION),
                              null)))
              .asking(
                  KIND,
                  Targets.PERSON,
                  CoordinationForms.GROUND,
                  CoordinationForms.RHYTHM,
                  CoordinationForms.EXCEPTION,
                  StepNotes.READER)
              .carrying()
              .saying("連絡の頻度を選ぶと、終結の後もつながり続けます(伴走)。期限はありません。" + StepNotes.SAYING));

  private SideForms() {}

  private static CommandForm onCase(String name, String title, String path, Maker make) {
    return CommandForm.onCase(Group.BESIDE, name, title, "/supports" + path, make);
  }

  private static PersonRef person(Making on) {
    return on.must(Targets.PERSON);
  }

  private static Wish begin(Making on) {
    AgencyId provider = on.filled().or(PROVIDER, on.agency());
    SideFlow flow = new SideFlow(on.must(KIND), person(on), provider);
    return Wish.of(new BeginSideSupport(on.header(), flow, on.must(REASON)));
  }

  private static Wish contact(Making on) {
    RecordContact contact =
        new RecordContact(on.header(), on.must(KIND), person(on), on.must(CONTACT), null);
    return StepNotes.carrying(on, contact);
  }
}
