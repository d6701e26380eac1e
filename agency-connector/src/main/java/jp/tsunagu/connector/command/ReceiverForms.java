package jp.tsunagu.connector.command;

import java.util.List;
import java.util.function.Function;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CompletionOutcome;
import jp.tsunagu.contract.lifecycle.ReferralCommand.AcceptReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.AskInformation;
import jp.tsunagu.contract.lifecycle.ReferralCommand.CompleteReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ConfirmWithdrawal;
import jp.tsunagu.contract.lifecycle.ReferralCommand.DeclineReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ForwardReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.MakeFirstContact;
import jp.tsunagu.contract.lifecycle.ReferralCommand.OpenReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendBackReferral;
import jp.tsunagu.contract.lifecycle.ReferralMode;

/** What the receiver of a referral does with it. */
final class ReceiverForms {

  static final FormField<AgencyId> RECEIVER =
      FormField.agency("receiver", "紹介先").must().hint("機関IDを書いてください。");
  static final FormField<ReferralMode> MODE = FormField.oneOf("mode", "つなぎの種類", Choice.MODE);
  static final FormField<CompletionOutcome> OUTCOME =
      FormField.oneOf("outcome", "結果", Choice.OUTCOME).must();
  private static final FormField<String> WHY_DECLINED =
      reason(settings -> settings.choices().declineReasons());
  private static final FormField<String> WHY_SENT_BACK =
      reason(settings -> settings.choices().sendBackReasons());

  static final List<CommandForm> ALL =
      List.of(
          CommandForm.onReferral(
              "open", "開封を記録する", on -> Wish.of(new OpenReferral(on.header(), on.referralId()))),
          CommandForm.onReferral(
                  "accept",
                  "受理する",
                  on -> on.toOtherSide(new AcceptReferral(on.header(), on.referralId(), null)))
              .carrying()
              .seen(),
          CommandForm.onReferral(
                  "decline",
                  "受入不可と答える",
                  on ->
                      on.toOtherSide(
                          new DeclineReferral(
                              on.header(), on.referralId(), on.must(WHY_DECLINED), null)))
              .asking(WHY_DECLINED)
              .carrying()
              .seen(),
          CommandForm.onReferral(
                  "send-back",
                  "差し戻す",
                  on ->
                      on.toOtherSide(
                          new SendBackReferral(
                              on.header(), on.referralId(), on.must(WHY_SENT_BACK), null)))
              .asking(WHY_SENT_BACK)
              .carrying()
              .seen(),
          CommandForm.onReferral("forward", "つなぎ直す", ReceiverForms::forward)
              .asking(RECEIVER, MODE, Targets.BESIDE_OPEN)
              .carrying()
              .seen()
              .saying("receiver に次の機関を書きます。連鎖は一つのままです。"),
          CommandForm.onReferral(
                  "ask",
                  "照会する",
                  on -> on.toOtherSide(new AskInformation(on.header(), on.referralId(), null)))
              .carrying()
              .seen(),
          CommandForm.onReferral(
                  "first-contact",
                  "初回接触を記録する",
                  on -> Wish.of(new MakeFirstContact(on.header(), on.referralId())))
              .seen(),
          CommandForm.onReferral(
                  "complete",
                  "支援を終了する",
                  on ->
                      on.toOtherSide(
                          new CompleteReferral(
                              on.header(), on.referralId(), on.must(OUTCOME), null)))
              .asking(OUTCOME)
              .carrying()
              .seen(),
          CommandForm.onReferral(
                  "confirm-withdrawal",
                  "取下げの依頼を確認する",
                  on -> Wish.of(new ConfirmWithdrawal(on.header(), on.referralId())))
              .seen());

  private ReceiverForms() {}

  /** A reason of one of the city's lists that must be chosen. */
  static FormField<String> reason(Function<NetworkSettings, List<Reason>> list) {
    return FormField.reason(
            "reason", "理由", directory -> directory.settings().map(list).orElse(List.of()))
        .must()
        .hint("理由コードを選んでください。");
  }

  private static Wish forward(Making on) {
    AgencyId receiver = on.must(RECEIVER);
    ReferralId next = on.tools().draft().newReferral();
    on.made("nextReferralId", next);
    ReferralMode mode = on.filled().or(MODE, on.directory().usualMode(on.agency()));
    return on.carrying(
        new ForwardReferral(
            on.header(),
            on.referralId(),
            next,
            receiver,
            mode,
            null,
            on.besideOpen(receiver, mode)),
        receiver);
  }
}
