package jp.tsunagu.contract.wording;

import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.growth.NewerRecord;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ConferenceEvent;
import jp.tsunagu.contract.lifecycle.ConsentEvent;
import jp.tsunagu.contract.lifecycle.ConsultationEvent;
import jp.tsunagu.contract.lifecycle.CoordinationEvent;
import jp.tsunagu.contract.lifecycle.InquiryEvent;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.PaperEvent;
import jp.tsunagu.contract.lifecycle.PassedGate;
import jp.tsunagu.contract.lifecycle.ReferralEvent;
import jp.tsunagu.contract.lifecycle.ReferralKind;
import jp.tsunagu.contract.lifecycle.SideEvent;
import jp.tsunagu.contract.lifecycle.StageCode;
import jp.tsunagu.contract.lifecycle.TimerKind;
import jp.tsunagu.contract.lifecycle.UnknownEvent;
import org.jspecify.annotations.Nullable;

/** What a person calls an event of a case. */
public final class EventWords {

  private EventWords() {}

  /**
   * The kind of the event and its name; a newer one is called so.
   *
   * @param directory what the city calls its forms
   */
  public static Coded of(CaseEvent event, NetworkDirectory directory) {
    return new Coded(NewerRecord.kindOf(event), label(event, directory));
  }

  private static String label(CaseEvent event, NetworkDirectory directory) {
    return switch (event) {
      case ConsultationEvent consultation -> consultation(consultation);
      case ReferralEvent referral -> referral(referral);
      case CoordinationEvent coordination -> coordination(coordination, directory);
      case ConsentEvent consent -> consent(consent);
      case ConferenceEvent conference -> conference(conference);
      case SideEvent side -> side(side);
      case InquiryEvent inquiry -> inquiry(inquiry);
      case PaperEvent paper -> paper(paper);
      case UnknownEvent _ -> NewerRecord.NEW_LABEL;
    };
  }

  private static String consultation(ConsultationEvent event) {
    return switch (event) {
      case ConsultationEvent.ConsultationReceived _ -> "相談受付";
      case ConsultationEvent.FieldsSettled _ -> "分野の確定";
      case ConsultationEvent.PersonsRegistered _ -> "世帯員の登録";
      case ConsultationEvent.CaseProtected _ -> "保護の開始・変更";
      case ConsultationEvent.ProtectionLifted _ -> "保護の解除";
      case ConsultationEvent.SupportEnded _ -> "受付機関の支援終了";
      case ConsultationEvent.NotificationRecorded _ -> "通告・通報(電話)";
    };
  }

  private static String referral(ReferralEvent event) {
    return switch (event) {
      case ReferralEvent.SheetSubmitted _ -> "つなぐシートの提出";
      case ReferralEvent.ReferralTriaged _ -> "振り分け";
      case ReferralEvent.ReferralSent _ -> StageCode.SENT.label();
      case ReferralEvent.ReferralArrived _ -> StageCode.ARRIVED.label();
      case ReferralEvent.ReferralOpened _ -> StageCode.OPENED.label();
      case ReferralEvent.ReferralAccepted _ -> StageCode.ACCEPTED.label();
      case ReferralEvent.ReferralDeclined _ -> StageCode.DECLINED.label();
      case ReferralEvent.ReferralForwarded _ -> StageCode.FORWARDED.label();
      case ReferralEvent.ReferralSentBack _ -> StageCode.SENT_BACK.label();
      case ReferralEvent.InformationRequested _ -> "照会";
      case ReferralEvent.InformationProvided _ -> "回答";
      case ReferralEvent.FirstContactMade _ -> "初回接触";
      case ReferralEvent.ReferralCompleted _ -> StageCode.COMPLETED.label();
      case ReferralEvent.ReferralWithdrawn _ -> StageCode.WITHDRAWN.label();
      case ReferralEvent.WithdrawalRequested _ -> "取下げの依頼";
      case ReferralEvent.WithdrawalConfirmed _ -> "取下げの確認";
      case ReferralEvent.ReferralReopened _ -> "再開";
      case ReferralEvent.ReferralReminded _ -> "催促";
      case ReferralEvent.ResponseDueSoon _ -> TimerKind.DUE_SOON.label();
      case ReferralEvent.ResponseOverdue _ -> TimerKind.OVERDUE.label();
      case ReferralEvent.OverdueEscalated _ -> TimerKind.ESCALATE.label();
      case ReferralEvent.DossierRequested _ -> "書類の封かん依頼";
      case ReferralEvent.DossierProvided _ -> "書類の提供";
      case ReferralEvent.SharedByLaw _ -> "法令に基づく共有";
    };
  }

  private static String coordination(CoordinationEvent event, NetworkDirectory directory) {
    return switch (event) {
      case CoordinationEvent.CoordinationRequested _ -> "調整依頼";
      case CoordinationEvent.CoordinationAccepted _ -> "調整の引受け";
      case CoordinationEvent.ScreeningDecided _ -> "スクリーニング";
      case CoordinationEvent.SupportDecided decided -> step("支援決定", decided.passed());
      case CoordinationEvent.CaseHandedBack handedBack ->
          step(ReferralKind.HAND_BACK.label(), handedBack.passed());
      case CoordinationEvent.CoordinationClosed closed ->
          step(ItemOutcome.COORDINATION_ENDS.label(), closed.passed());
      case CoordinationEvent.CoordinatorChanged _ -> "多機関協働事業者の交替";
      case CoordinationEvent.ResultReported reported -> step("結果報告", reported.passed());
      case CoordinationEvent.MemberAppointed _ -> "構成員の委嘱";
      case CoordinationEvent.MemberReleased _ -> "構成員の解任";
      case CoordinationEvent.FormRecorded recorded -> directory.titleOf(recorded.form()) + "の記録";
    };
  }

  /** A step that was done without what it would have waited for says so wherever it is named. */
  private static String step(String label, @Nullable PassedGate passed) {
    return passed == null ? label : label + "(例外)";
  }

  private static String side(SideEvent event) {
    String kind = event.flow().kind().label();
    return switch (event) {
      case SideEvent.SideSupportBegun _ -> kind + "の開始";
      case SideEvent.SideSupportMoved moved ->
          step(kind + ": " + moved.stage().label(), moved.passed());
      case SideEvent.ContactRecorded _ -> kind + "の関わりの記録";
      case SideEvent.SideSupportEnded ended -> step(kind + "の終結", ended.passed());
    };
  }

  private static String paper(PaperEvent event) {
    return switch (event) {
      case PaperEvent.PapersHandedOut _ -> "会議資料の配布";
      case PaperEvent.PaperOpened _ -> "会議資料の閲覧";
      case PaperEvent.PapersCalledBack _ -> "会議資料の回収";
    };
  }

  private static String inquiry(InquiryEvent event) {
    return switch (event) {
      case InquiryEvent.InquirySent _ -> "情報収集の依頼";
      case InquiryEvent.InquiryAnswered answered ->
          answered.unable() == null ? "情報収集の回答" : "情報収集: 回答できない";
      case InquiryEvent.InquiryEnded ended -> "情報収集: " + ended.stage().label();
      case InquiryEvent.InquiryDueSoon _ -> "情報収集の回答: " + TimerKind.DUE_SOON.label();
      case InquiryEvent.InquiryOverdue _ -> "情報収集の回答: " + TimerKind.OVERDUE.label();
    };
  }

  private static String consent(ConsentEvent event) {
    return switch (event) {
      case ConsentEvent.ConsentRecorded _ -> "同意の記録";
      case ConsentEvent.ConsentWithdrawn _ -> "同意の撤回";
      case ConsentEvent.SharingStopRequested _ -> "共有停止の求め";
      case ConsentEvent.SharingStopped _ -> "共有停止の回答";
    };
  }

  private static String conference(ConferenceEvent event) {
    return switch (event) {
      case ConferenceEvent.MeetingRequested _ -> "会議の相談";
      case ConferenceEvent.MeetingRequestWithdrawn _ -> "会議の相談の取下げ";
      case ConferenceEvent.ConferenceChanged _ -> "会議区分の変更";
      case ConferenceEvent.AgendaPublished _ -> "開催通知";
      case ConferenceEvent.ItemCarried _ -> "議題の繰越し";
      case ConferenceEvent.MeetingNoticeCancelled _ -> "開催通知の取消";
      case ConferenceEvent.AttendanceAnswered _ -> "出欠の回答";
      case ConferenceEvent.DatesAsked asked -> asked.takesBack() ? "日程調整の終了" : "日程調整";
      case ConferenceEvent.DatesAnswered _ -> "日程の回答";
      case ConferenceEvent.MeetingHeld _ -> "会議の開催";
      case ConferenceEvent.ItemDecided _ -> "会議の決定";
      case ConferenceEvent.MonitoringPeriodSet _ -> "モニタリング期間の設定";
      case ConferenceEvent.ResourceGapRecorded _ -> "不足した社会資源の登録";
      case ConferenceEvent.MeetingReportFiled _ -> "報告書の提出";
      case ConferenceEvent.MeetingReportOverdue _ -> "報告書の催促";
    };
  }
}
