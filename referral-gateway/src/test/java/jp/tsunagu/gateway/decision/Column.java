package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Commands.ONE;
import static jp.tsunagu.gateway.decision.Commands.THREE;
import static jp.tsunagu.gateway.decision.Town.DESK;
import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.NISHI;
import static jp.tsunagu.gateway.decision.Town.SHAKYO;
import static jp.tsunagu.gateway.decision.Town.SHOGAI;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.AttendanceAnswer;
import jp.tsunagu.contract.lifecycle.CarryReason;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.CompletionOutcome;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.CancelMeetingNotice;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.CarryItem;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.FileMeetingReport;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.RemindOfReport;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.WithdrawMeetingRequest;
import jp.tsunagu.contract.lifecycle.ConsentCommand.AnswerSharingStop;
import jp.tsunagu.contract.lifecycle.ConsentCommand.WithdrawConsent;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.EndSupport;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.LiftProtection;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.RegisterPersons;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.SettleFields;
import jp.tsunagu.contract.lifecycle.ContactKind;
import jp.tsunagu.contract.lifecycle.ContactRhythm;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AcceptCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AppointMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ChangeCoordinator;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.CloseCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.DecideScreening;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.DecideSupport;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ReleaseMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ReportResult;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RequestCoordination;
import jp.tsunagu.contract.lifecycle.DateAnswer;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.InquiryCommand.TakeBackInquiry;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.NoticeEnd;
import jp.tsunagu.contract.lifecycle.PaperCommand.CallBackPapers;
import jp.tsunagu.contract.lifecycle.PaperCommand.OpenPaper;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.AcceptReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.AskInformation;
import jp.tsunagu.contract.lifecycle.ReferralCommand.CompleteReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ConfirmWithdrawal;
import jp.tsunagu.contract.lifecycle.ReferralCommand.DeclineReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ForwardReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.MakeFirstContact;
import jp.tsunagu.contract.lifecycle.ReferralCommand.OpenReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ProvideDossier;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ProvideInformation;
import jp.tsunagu.contract.lifecycle.ReferralCommand.RemindReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ReopenReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ReportArrival;
import jp.tsunagu.contract.lifecycle.ReferralCommand.RequestDossier;
import jp.tsunagu.contract.lifecycle.ReferralCommand.RequestWithdrawal;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendBackReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SubmitSheet;
import jp.tsunagu.contract.lifecycle.ReferralCommand.TriageReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.WithdrawReferral;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.ScreeningRoute;
import jp.tsunagu.contract.lifecycle.SideKind;
import jp.tsunagu.contract.lifecycle.SideReason;
import jp.tsunagu.contract.lifecycle.SideStage;
import jp.tsunagu.contract.lifecycle.StopAnswer;
import jp.tsunagu.contract.lifecycle.Urgency;

/**
 * The columns of the (state × command) table: a command, by whom it is given, and its Japanese
 * name.
 *
 * @param who tells who gives it, seen from leg 1
 */
record Column(
    String name,
    String label,
    Function<CaseState, AgencyId> who,
    Function<CommandHeader, CaseCommand> command) {

  static final List<Column> ALL =
      List.of(
          by(HIGASHI, "ReceiveConsultation", "相談受付", h -> Commands.receive(h, 2, Field.OTHER)),
          by(HIGASHI, "SettleFields", "分野の確定", h -> new SettleFields(h, Set.of(Field.POVERTY))),
          by(HIGASHI, "RegisterPersons", "世帯員の追加", h -> new RegisterPersons(h, 3)),
          by(HIGASHI, "ProtectCase", "保護の開始", h -> Commands.protect(h, Set.of(NISHI))),
          by(HIGASHI, "LiftProtection", "保護の解除", LiftProtection::new),
          by(HIGASHI, "EndSupport", "支援の終了", h -> new EndSupport(h, CompletionOutcome.SETTLED)),
          by(HIGASHI, "RecordNotification", "通告・通報の記録", Commands::notification),
          by(
              HIGASHI,
              "SubmitSheet",
              "つなぐシート",
              h -> new SubmitSheet(h, THREE, Urgency.NORMAL, Commands.about(3, HIGASHI, DESK))),
          by(
              DESK,
              "TriageReferral",
              "振り分け",
              h -> new TriageReferral(h, ONE, SHAKYO, ReferralMode.TOGETHER, null)),
          by(
              HIGASHI,
              "SendReferral",
              "つなぐ",
              h -> Commands.send(h, THREE, NISHI, ReferralMode.TOGETHER, null, null)),
          by(
              HIGASHI,
              "SendReferral(continues)",
              "続きとしてつなぐ",
              h -> Commands.send(h, THREE, NISHI, ReferralMode.TOGETHER, ONE, null)),
          byReceiver("ReportArrival", "到達", h -> new ReportArrival(h, ONE)),
          byReceiver("OpenReferral", "開封", h -> new OpenReferral(h, ONE)),
          byReceiver("AcceptReferral", "受理", h -> new AcceptReferral(h, ONE, null)),
          byReceiver("DeclineReferral", "受入不可", h -> new DeclineReferral(h, ONE, "full", null)),
          byReceiver(
              "ForwardReferral",
              "つなぎ直し",
              h -> new ForwardReferral(h, ONE, THREE, NISHI, ReferralMode.TOGETHER, null)),
          byReceiver(
              "SendBackReferral",
              "差戻し",
              h -> new SendBackReferral(h, ONE, "information-missing", null)),
          byReceiver("AskInformation", "照会", h -> new AskInformation(h, ONE, null)),
          bySender("ProvideInformation", "回答", h -> new ProvideInformation(h, ONE, null)),
          byReceiver("MakeFirstContact", "初回接触", h -> new MakeFirstContact(h, ONE)),
          byReceiver(
              "CompleteReferral",
              "終了",
              h -> new CompleteReferral(h, ONE, CompletionOutcome.SETTLED, null)),
          byReceiver(
              "CompleteReferral(answered)",
              "助言して終了",
              h -> new CompleteReferral(h, ONE, CompletionOutcome.ANSWERED, null)),
          bySender("WithdrawReferral", "取下げ", h -> new WithdrawReferral(h, ONE)),
          bySender("RequestWithdrawal", "取下げの依頼", h -> new RequestWithdrawal(h, ONE)),
          byReceiver("ConfirmWithdrawal", "取下げの確認", h -> new ConfirmWithdrawal(h, ONE)),
          bySender("ReopenReferral(sender)", "再開(送り手)", h -> new ReopenReferral(h, ONE)),
          byReceiver("ReopenReferral(receiver)", "再開(受け手)", h -> new ReopenReferral(h, ONE)),
          by(DESK, "RemindReferral", "催促", h -> new RemindReferral(h, ONE)),
          byReceiver(
              "RequestDossier", "書類の依頼", h -> new RequestDossier(h, ONE, Sealing.dossierId(1))),
          bySender(
              "ProvideDossier",
              "書類の封かん",
              h -> new ProvideDossier(h, ONE, Commands.about(3, HIGASHI, SHOGAI))),
          by(HIGASHI, "RequestCoordination", "調整依頼", h -> new RequestCoordination(h, DESK, null)),
          by(DESK, "AcceptCoordination", "調整依頼の受理", AcceptCoordination::new),
          by(
              DESK,
              "DecideScreening",
              "スクリーニング",
              h -> new DecideScreening(h, ScreeningRoute.SUPPORT_CONFERENCE, "no-consent")),
          by(DESK, "DecideSupport", "支援決定", DecideSupport::new),
          by(DESK, "HandBackCase", "つなぎ戻し", h -> Commands.handBack(h, THREE, NISHI)),
          by(
              DESK,
              "CloseCoordination",
              "多機関協働の終結",
              h -> new CloseCoordination(h, List.of(new Lead(null, SHOGAI)))),
          by(DESK, "ChangeCoordinator", "多機関協働事業者の交替", h -> new ChangeCoordinator(h, SHAKYO)),
          by(HIGASHI, "ReportResult", "結果報告", h -> new ReportResult(h, Story.person(1))),
          by(DESK, "AppointMember", "構成員の委嘱", h -> new AppointMember(h, NISHI)),
          by(DESK, "ReleaseMember", "構成員の解任", h -> new ReleaseMember(h, SHOGAI)),
          by(DESK, "RecordForm", "様式の記録", h -> Commands.form(h, KnownForm.PLAN, 1)),
          by(
              DESK,
              "BeginSideSupport(participation)",
              "参加支援の開始",
              h ->
                  Commands.begin(
                      h, SideKind.PARTICIPATION, 1, SHOGAI, SideReason.NO_PROGRAMME_FITS)),
          by(HIGASHI, "BeginSideSupport(outreach)", "アウトリーチの開始", h -> Commands.reachOut(h, 1)),
          byProvider(
              "MoveSideSupport(participation)",
              "参加支援の次の段階",
              h -> Commands.move(h, SideKind.PARTICIPATION, 1, SideStage.PLANNING)),
          byProvider(
              "MoveSideSupport(outreach)",
              "アウトリーチの次の段階",
              h -> Commands.move(h, SideKind.OUTREACH, 1, SideStage.PREPARING)),
          byProvider(
              "RecordContact",
              "関わりの記録",
              h -> Commands.contact(h, SideKind.OUTREACH, 1, ContactKind.LETTER)),
          byProvider(
              "EndSideSupport(participation)",
              "参加支援の終結",
              h -> Commands.end(h, SideKind.PARTICIPATION, 1, null)),
          byProvider(
              "EndSideSupport(outreach)",
              "アウトリーチの終結",
              h -> Commands.end(h, SideKind.OUTREACH, 1, ContactRhythm.MONTHLY)),
          by(
              DESK,
              "AskAgencies",
              "情報収集の依頼",
              h -> Commands.inquire(h, DESK, 61, 1, SHAKYO, HIGASHI)),
          by(SHAKYO, "AnswerInquiry", "情報収集への回答", h -> Commands.inform(h, SHAKYO, 62, DESK)),
          by(DESK, "HandOutPapers", "会議資料の配布", Commands::handOut),
          by(SHAKYO, "OpenPaper", "会議資料の閲覧", h -> new OpenPaper(h, 1)),
          by(DESK, "CallBackPapers", "会議資料の回収", h -> new CallBackPapers(h, Set.of(1))),
          by(DESK, "TakeBackInquiry", "情報収集の取下げ", h -> new TakeBackInquiry(h, Set.of())),
          by(
              HIGASHI,
              "RecordConsent",
              "同意",
              h -> Commands.consent(h, 9, 2, ConsentPurpose.COMPREHENSIVE_SUPPORT, SHOGAI, NISHI)),
          by(
              HIGASHI,
              "WithdrawConsent",
              "同意の撤回",
              h -> new WithdrawConsent(h, Story.consent(1), Set.of())),
          by(
              SHOGAI,
              "AnswerSharingStop",
              "停止の回答",
              h -> new AnswerSharingStop(h, Story.person(1), StopAnswer.STOPPED)),
          by(
              HIGASHI,
              "RequestMeeting",
              "会議の相談",
              h -> Meetings.ask(h, 2, Meetings.SUPPORT, Set.of(2))),
          by(
              HIGASHI,
              "WithdrawMeetingRequest",
              "会議の相談の取下げ",
              h -> new WithdrawMeetingRequest(h, Meetings.ITEM)),
          by(
              SHOGAI,
              "AnswerAttendance",
              "出欠の回答",
              h -> Meetings.answer(h, Meetings.OCTOBER, AttendanceAnswer.ATTENDS, null)),
          by(
              AgencyId.SCHEDULER,
              "AskForDates",
              "日程調整(会議の調整役)",
              h -> Meetings.askForDates(h, Meetings.DAYS)),
          by(
              SHOGAI,
              "AnswerDates",
              "日程の回答",
              h -> Meetings.answerDates(h, Meetings.DAYS, DateAnswer.YES)),
          by(
              HIGASHI,
              "FileMeetingReport",
              "報告書",
              h -> new FileMeetingReport(h, Meetings.ITEM, Meetings.OCTOBER)),
          by(
              AgencyId.SCHEDULER,
              "PublishAgendaItem",
              "次第の公表(会議の調整役)",
              h -> Meetings.publish(h, Meetings.ITEM, Meetings.OCTOBER, 2)),
          by(
              AgencyId.SCHEDULER,
              "CarryItem",
              "議題の繰越し(会議の調整役)",
              h ->
                  new CarryItem(
                      h, Meetings.ITEM, Meetings.OCTOBER, CarryReason.AFTER_CLOSING, null)),
          by(
              AgencyId.SCHEDULER,
              "CancelMeetingNotice",
              "開催通知の取消(会議の調整役)",
              h ->
                  new CancelMeetingNotice(
                      h, Meetings.ITEM, Meetings.OCTOBER, NoticeEnd.MEETING_CANCELLED)),
          by(
              AgencyId.SCHEDULER,
              "RecordMeetingHeld",
              "会議の開催の記録(会議の調整役)",
              h -> Meetings.held(h, Meetings.ITEM, Meetings.OCTOBER, SHOGAI)),
          by(
              AgencyId.SCHEDULER,
              "DecideItem",
              "会議の決定の記録(会議の調整役)",
              h ->
                  Meetings.decide(
                      h,
                      Meetings.ITEM,
                      Meetings.OCTOBER,
                      ItemOutcome.SUPPORT_POLICY_SET,
                      null,
                      SHOGAI)),
          by(
              AgencyId.SCHEDULER,
              "RemindOfReport",
              "報告書の催促(会議の調整役)",
              h -> new RemindOfReport(h, Meetings.ITEM, Meetings.OCTOBER)));

  private static Column by(
      AgencyId actor, String name, String label, Function<CommandHeader, CaseCommand> command) {
    return new Column(name, label, _ -> actor, command);
  }

  private static Column byProvider(
      String name, String label, Function<CommandHeader, CaseCommand> command) {
    return new Column(
        name,
        label,
        state ->
            state.sides().stream().map(side -> side.flow().provider()).findFirst().orElse(HIGASHI),
        command);
  }

  private static Column bySender(
      String name, String label, Function<CommandHeader, CaseCommand> command) {
    return new Column(
        name, label, state -> state.referral(ONE).map(Referral::sender).orElse(HIGASHI), command);
  }

  private static Column byReceiver(
      String name, String label, Function<CommandHeader, CaseCommand> command) {
    return new Column(
        name, label, state -> state.referral(ONE).map(Referral::receiver).orElse(SHOGAI), command);
  }

  Decision triedIn(Situation situation) {
    Story story = situation.story();
    return story.tries(who.apply(story.state()), command);
  }
}
