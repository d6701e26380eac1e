package jp.tsunagu.contract.wording;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.growth.NewerRecord;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.ConferenceCommand;
import jp.tsunagu.contract.lifecycle.ConsentCommand;
import jp.tsunagu.contract.lifecycle.ConsultationCommand;
import jp.tsunagu.contract.lifecycle.CoordinationCommand;
import jp.tsunagu.contract.lifecycle.InquiryCommand;
import jp.tsunagu.contract.lifecycle.PaperCommand;
import jp.tsunagu.contract.lifecycle.ReferralCommand;
import jp.tsunagu.contract.lifecycle.SideCommand;

/** What a person calls a command, by its kind such as {@code SendReferral}. */
public final class CommandWords {

  private static final Map<String, String> LABELS =
      Stream.of(
              consultation(),
              referral(),
              coordination(),
              consent(),
              conference(),
              side(),
              inquiry(),
              papers())
          .flatMap(group -> group.entrySet().stream())
          .collect(
              Collectors.toUnmodifiableMap(
                  entry -> entry.getKey().getSimpleName(), Map.Entry::getValue));

  private CommandWords() {}

  /** The kind and its name; one that this program does not know is called so. */
  public static Coded of(String kind) {
    return new Coded(kind, LABELS.getOrDefault(kind, NewerRecord.NEW_LABEL));
  }

  private static Map<Class<? extends CaseCommand>, String> consultation() {
    return Map.ofEntries(
        Map.entry(ConsultationCommand.ReceiveConsultation.class, "相談の登録"),
        Map.entry(ConsultationCommand.ReceiveSheet.class, "シートの登録"),
        Map.entry(ConsultationCommand.SettleFields.class, "分野の記録"),
        Map.entry(ConsultationCommand.RegisterPersons.class, "世帯員の追加"),
        Map.entry(ConsultationCommand.ProtectCase.class, "保護の登録"),
        Map.entry(ConsultationCommand.LiftProtection.class, "保護の解除"),
        Map.entry(ConsultationCommand.EndSupport.class, "支援終了の記録"),
        Map.entry(ConsultationCommand.RecordNotification.class, "通告・通報の記録"));
  }

  private static Map<Class<? extends CaseCommand>, String> referral() {
    return Map.ofEntries(
        Map.entry(ReferralCommand.SubmitSheet.class, "つなぐシートの提出"),
        Map.entry(ReferralCommand.TriageReferral.class, "振り分け"),
        Map.entry(ReferralCommand.SendReferral.class, "送付"),
        Map.entry(ReferralCommand.ReportArrival.class, "到達の報告"),
        Map.entry(ReferralCommand.OpenReferral.class, "開封"),
        Map.entry(ReferralCommand.AcceptReferral.class, "受理"),
        Map.entry(ReferralCommand.DeclineReferral.class, "受入不可の回答"),
        Map.entry(ReferralCommand.ForwardReferral.class, "つなぎ直し"),
        Map.entry(ReferralCommand.SendBackReferral.class, "差戻し"),
        Map.entry(ReferralCommand.AskInformation.class, "照会"),
        Map.entry(ReferralCommand.ProvideInformation.class, "照会への回答"),
        Map.entry(ReferralCommand.MakeFirstContact.class, "初回接触の記録"),
        Map.entry(ReferralCommand.CompleteReferral.class, "支援の終了"),
        Map.entry(ReferralCommand.WithdrawReferral.class, "取下げ"),
        Map.entry(ReferralCommand.RequestWithdrawal.class, "取下げの依頼"),
        Map.entry(ReferralCommand.ConfirmWithdrawal.class, "取下げの確認"),
        Map.entry(ReferralCommand.ReopenReferral.class, "再開"),
        Map.entry(ReferralCommand.RemindReferral.class, "催促"),
        Map.entry(ReferralCommand.RequestDossier.class, "書類の封かん依頼"),
        Map.entry(ReferralCommand.ProvideDossier.class, "書類の提供"));
  }

  private static Map<Class<? extends CaseCommand>, String> coordination() {
    return Map.ofEntries(
        Map.entry(CoordinationCommand.RequestCoordination.class, "調整依頼"),
        Map.entry(CoordinationCommand.AcceptCoordination.class, "調整の引受け"),
        Map.entry(CoordinationCommand.DecideScreening.class, "スクリーニングの記録"),
        Map.entry(CoordinationCommand.DecideSupport.class, "支援決定の記録"),
        Map.entry(CoordinationCommand.HandBackCase.class, "つなぎ戻し"),
        Map.entry(CoordinationCommand.CloseCoordination.class, "調整の終了"),
        Map.entry(CoordinationCommand.ChangeCoordinator.class, "多機関協働事業者の交替"),
        Map.entry(CoordinationCommand.ReportResult.class, "結果報告の記録"),
        Map.entry(CoordinationCommand.AppointMember.class, "構成員の委嘱"),
        Map.entry(CoordinationCommand.ReleaseMember.class, "構成員の解任"),
        Map.entry(CoordinationCommand.RecordForm.class, "様式の記録"));
  }

  private static Map<Class<? extends CaseCommand>, String> side() {
    return Map.ofEntries(
        Map.entry(SideCommand.BeginSideSupport.class, "参加支援・アウトリーチの開始"),
        Map.entry(SideCommand.MoveSideSupport.class, "参加支援・アウトリーチの段階の記録"),
        Map.entry(SideCommand.RecordContact.class, "関わりの記録"),
        Map.entry(SideCommand.EndSideSupport.class, "参加支援・アウトリーチの終結"));
  }

  private static Map<Class<? extends CaseCommand>, String> papers() {
    return Map.ofEntries(
        Map.entry(PaperCommand.HandOutPapers.class, "会議資料の配布"),
        Map.entry(PaperCommand.OpenPaper.class, "会議資料の閲覧"),
        Map.entry(PaperCommand.CallBackPapers.class, "会議資料の回収"));
  }

  private static Map<Class<? extends CaseCommand>, String> inquiry() {
    return Map.ofEntries(
        Map.entry(InquiryCommand.AskAgencies.class, "情報収集の依頼"),
        Map.entry(InquiryCommand.AnswerInquiry.class, "情報収集への回答"),
        Map.entry(InquiryCommand.TakeBackInquiry.class, "情報収集の取下げ"));
  }

  private static Map<Class<? extends CaseCommand>, String> consent() {
    return Map.ofEntries(
        Map.entry(ConsentCommand.RecordConsent.class, "同意の記録"),
        Map.entry(ConsentCommand.WithdrawConsent.class, "同意の撤回"),
        Map.entry(ConsentCommand.AnswerSharingStop.class, "共有停止の求めへの回答"));
  }

  private static Map<Class<? extends CaseCommand>, String> conference() {
    return Map.ofEntries(
        Map.entry(ConferenceCommand.RequestMeeting.class, "会議の相談"),
        Map.entry(ConferenceCommand.WithdrawMeetingRequest.class, "会議の相談の取下げ"),
        Map.entry(ConferenceCommand.AnswerAttendance.class, "出欠の回答"),
        Map.entry(ConferenceCommand.AskForDates.class, "日程調整"),
        Map.entry(ConferenceCommand.AnswerDates.class, "日程の回答"),
        Map.entry(ConferenceCommand.FileMeetingReport.class, "報告書の提出"),
        Map.entry(ConferenceCommand.PublishAgendaItem.class, "開催通知"),
        Map.entry(ConferenceCommand.CarryItem.class, "議題の繰越し"),
        Map.entry(ConferenceCommand.CancelMeetingNotice.class, "開催通知の取消"),
        Map.entry(ConferenceCommand.RecordMeetingHeld.class, "会議の開催の記録"),
        Map.entry(ConferenceCommand.DecideItem.class, "会議の決定の記録"),
        Map.entry(ConferenceCommand.RemindOfReport.class, "報告書の催促"));
  }
}
