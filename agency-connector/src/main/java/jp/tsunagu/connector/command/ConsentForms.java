package jp.tsunagu.connector.command;

import java.util.List;
import java.util.Set;
import jp.tsunagu.connector.command.CommandForm.Group;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.sheet.ConsentFields;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ConsentId;
import jp.tsunagu.contract.lifecycle.ConsentCommand.AnswerSharingStop;
import jp.tsunagu.contract.lifecycle.ConsentCommand.RecordConsent;
import jp.tsunagu.contract.lifecycle.ConsentCommand.WithdrawConsent;
import jp.tsunagu.contract.lifecycle.StopAnswer;

/** What persons of a case allow, and take back. */
final class ConsentForms {

  private static final FormField<Set<AgencyId>> RECIPIENTS =
      FormField.agencies("recipients", "撤回の相手").hint("空なら全部の相手への同意を撤回します。");
  private static final FormField<StopAnswer> ANSWER =
      FormField.oneOf("answer", "回答", Choice.STOP_ANSWER).must();

  static final List<CommandForm> ALL =
      List.of(
          CommandForm.onCase(Group.CONSENT, "consent", "同意を記録する", "/consents", ConsentForms::record)
              .asking(ConsentFields.FORM),
          CommandForm.of(
                  Group.CONSENT,
                  "withdraw-consent",
                  "同意の撤回を記録する",
                  "/cases/{caseId}/consents/{consentId}/withdraw",
                  List.of(Targets.CASE, Targets.CONSENT),
                  on ->
                      Wish.of(
                          new WithdrawConsent(
                              on.header(),
                              new ConsentId(on.target(Targets.CONSENT)),
                              on.filled().or(RECIPIENTS, Set.of()))))
              .asking(RECIPIENTS),
          CommandForm.of(
                  Group.CONSENT,
                  "answer-stop",
                  "共有停止の求めに回答する",
                  "/cases/{caseId}/stops/{person}/answer",
                  List.of(Targets.CASE, Targets.PERSON),
                  on ->
                      Wish.of(
                          new AnswerSharingStop(
                              on.header(), on.target(Targets.PERSON), on.must(ANSWER))))
              .asking(ANSWER));

  private ConsentForms() {}

  private static Wish record(Making on) {
    RecordConsent command =
        on.tools().sheets().record(on.caseId(), on.times(), ConsentFields.of(on.filled()));
    on.made("consentId", command.consentId());
    return Wish.of(command);
  }
}
