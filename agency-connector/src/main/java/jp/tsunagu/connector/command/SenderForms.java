package jp.tsunagu.connector.command;

import java.util.List;
import java.util.UUID;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.sheet.DossierFields;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ProvideInformation;
import jp.tsunagu.contract.lifecycle.ReferralCommand.RemindReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ReopenReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.RequestDossier;
import jp.tsunagu.contract.lifecycle.ReferralCommand.RequestWithdrawal;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SubmitSheet;
import jp.tsunagu.contract.lifecycle.ReferralCommand.TriageReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.WithdrawReferral;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/** What the sender of a referral, and the desk, do with it. */
final class SenderForms {

  static final FormField<Urgency> URGENCY =
      FormField.oneOf("urgency", "緊急度", Choice.URGENCY).must();
  private static final FormField<AgencyId> OPEN_RECEIVER =
      FormField.agency("receiver", "紹介先").hint("空欄なら調整窓口が振り分けます。");
  private static final FormField<UUID> CONTINUES =
      FormField.uuid("continues", "続きの連絡番号").hint("前の連絡を書くと、受入不可・差戻しの続きになります。");
  private static final FormField<Boolean> PASS_ON =
      FormField.confirmation("passOn", "前の連絡の内容も渡す")
          .hint("はい(true)にすると、continues の連絡とその前の連絡で渡した内容のうち、新しい相手への根拠があるものがいっしょに渡ります。");
  private static final FormField<UUID> WANTED =
      FormField.uuid("dossierId", "書類番号").must().hint("書類番号を書いてください。");
  private static final FormField<UUID> ASKED_FOR =
      FormField.uuid("dossierId", "書類番号").hint("求められた書類の番号です。その中身は送らず、ここに書いたものだけを渡します。");
  private static final FormField<AgencyId> RECIPIENT =
      FormField.agency("recipient", "渡す相手").must().hint("求めてきた機関を書いてください。");

  static final List<CommandForm> ALL =
      List.of(
          CommandForm.of(
                  CommandForm.Group.REFERRAL,
                  "send",
                  "つなぐ(連絡を送る)",
                  "/referrals",
                  List.of(Targets.CASE),
                  SenderForms::send)
              .asking(
                  OPEN_RECEIVER,
                  ReceiverForms.MODE,
                  URGENCY,
                  CONTINUES,
                  PASS_ON,
                  Targets.BESIDE_OPEN)
              .carrying()
              .saying("登録済みの案件を別の機関へつなぎます。persons には共有する世帯員の欄と根拠(basis)を書きます。"),
          CommandForm.onReferral(
                  "inform",
                  "照会に回答する",
                  on -> on.toOtherSide(new ProvideInformation(on.header(), on.referralId(), null)))
              .carrying()
              .seen(),
          CommandForm.onReferral(
                  "withdraw",
                  "取り下げる(受理前)",
                  on -> Wish.of(new WithdrawReferral(on.header(), on.referralId())))
              .seen(),
          CommandForm.onReferral(
                  "request-withdrawal",
                  "取下げを依頼する(受理後)",
                  on -> Wish.of(new RequestWithdrawal(on.header(), on.referralId())))
              .seen(),
          CommandForm.onReferral(
                  "reopen", "再開する", on -> Wish.of(new ReopenReferral(on.header(), on.referralId())))
              .seen(),
          CommandForm.onReferral(
                  "request-dossier",
                  "書類の封かんし直しを求める",
                  on ->
                      Wish.of(
                          new RequestDossier(
                              on.header(), on.referralId(), new DossierId(on.must(WANTED)))))
              .asking(WANTED)
              .saying("書類を開けないときに使います。"),
          CommandForm.onReferral("dossiers", "書類を渡す", SenderForms::provide)
              .asking(RECIPIENT, ASKED_FOR)
              .carrying()
              .saying("persons などに中身と根拠を書きます。書いたものだけが、新しい書類として渡ります。"),
          CommandForm.onReferral("triage", "振り分ける(調整窓口)", SenderForms::triage)
              .asking(ReceiverForms.RECEIVER, ReceiverForms.MODE, Targets.BESIDE_OPEN)
              .carrying()
              .seen(),
          CommandForm.onReferral(
                  "remind",
                  "催促する(調整窓口)",
                  on -> Wish.of(new RemindReferral(on.header(), on.referralId())))
              .saying("電話で催促したときは phonedAt に時刻を書きます。"));

  private SenderForms() {}

  private static Wish triage(Making on) {
    AgencyId receiver = on.must(ReceiverForms.RECEIVER);
    ReferralMode mode = on.filled().or(ReceiverForms.MODE, on.directory().usualMode(on.sender()));
    return on.carrying(
        new TriageReferral(
            on.header(), on.referralId(), receiver, mode, null, on.besideOpen(receiver, mode)),
        receiver);
  }

  private static @Nullable Wish send(Making on) {
    ReferralId referralId = on.tools().draft().newReferral();
    on.made("referralId", referralId);
    AgencyId receiver = on.get(OPEN_RECEIVER);
    UUID continues = on.get(CONTINUES);
    ReferralId before = continues == null ? null : new ReferralId(continues);
    boolean passesOn = on.filled().or(PASS_ON, false);
    if (passesOn && (receiver == null || before == null)) {
      on.at().problem(PASS_ON, "どの連絡の内容を、どの機関に渡すのか分かりません。", "receiver と continues を書いてください。");
      return null;
    }
    if (receiver == null) {
      return toDesk(on, referralId);
    }
    ReferralMode mode = on.filled().or(ReceiverForms.MODE, on.directory().usualMode(on.agency()));
    return on.carrying(
        new SendReferral(
            on.header(),
            referralId,
            receiver,
            mode,
            on.must(URGENCY),
            before,
            null,
            on.besideOpen(receiver, mode)),
        receiver,
        passesOn && before != null ? passedOn(on, before, receiver) : List.of());
  }

  private static List<OpenPart> passedOn(Making on, ReferralId before, AgencyId receiver) {
    List<OpenPart> goes = on.passage(before, receiver).goes();
    if (goes.isEmpty()) {
      on.at().problem(PASS_ON, "新しい相手に渡せる内容が、前の連絡にありません。", "同意を登録してから送るか、この欄を空けて、渡す内容を書いてください。");
    }
    return goes;
  }

  private static @Nullable Wish toDesk(Making on, ReferralId referralId) {
    AgencyId desk = on.tools().desk();
    if (desk == null) {
      on.at().missing(OPEN_RECEIVER);
      return null;
    }
    boolean beside = on.besideOpen(desk, ReferralMode.TOGETHER);
    return on.carrying(
        new SubmitSheet(on.header(), referralId, on.must(URGENCY), null, beside), desk);
  }

  /** What is written here travels as a dossier of its own; none that exists is changed by it. */
  private static @Nullable Wish provide(Making on) {
    UUID asked = on.get(ASKED_FOR);
    if (asked != null && !isOfThisCase(on, new DossierId(asked))) {
      on.at().problem(ASKED_FOR, "この案件に、その書類番号の書類はありません。", "番号を確かめるか、空けてください。");
    }
    OpenDossier written = on.written(on.must(RECIPIENT));
    if (written == null) {
      on.at()
          .problem(DossierFields.PERSONS, "渡す中身がありません。", "persons、household、note のいずれかを書いてください。");
      return null;
    }
    on.made("dossierId", written.dossierId());
    return Wish.written(on.header(), on.referralId(), written);
  }

  private static boolean isOfThisCase(Making on, DossierId dossierId) {
    return on.tools()
        .records()
        .dossier(on.agency(), dossierId)
        .map(DossierView::caseId)
        .filter(on.caseId()::equals)
        .isPresent();
  }
}
