package jp.tsunagu.connector.outbox;

import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ConferenceCommand;
import jp.tsunagu.contract.lifecycle.ConsentCommand;
import jp.tsunagu.contract.lifecycle.ConsultationCommand;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveSheet;
import jp.tsunagu.contract.lifecycle.CoordinationCommand;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AcceptCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AppointMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ChangeCoordinator;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.CloseCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.DecideScreening;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.DecideSupport;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.HandBackCase;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RecordForm;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ReleaseMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ReportResult;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RequestCoordination;
import jp.tsunagu.contract.lifecycle.InquiryCommand;
import jp.tsunagu.contract.lifecycle.InquiryCommand.AnswerInquiry;
import jp.tsunagu.contract.lifecycle.InquiryCommand.AskAgencies;
import jp.tsunagu.contract.lifecycle.PaperCommand;
import jp.tsunagu.contract.lifecycle.PaperCommand.HandOutPapers;
import jp.tsunagu.contract.lifecycle.ReferralCommand;
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
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SubmitSheet;
import jp.tsunagu.contract.lifecycle.ReferralCommand.TriageReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.WithdrawReferral;
import jp.tsunagu.contract.lifecycle.SideCommand.BeginSideSupport;
import jp.tsunagu.contract.lifecycle.SideCommand.EndSideSupport;
import jp.tsunagu.contract.lifecycle.SideCommand.MoveSideSupport;
import jp.tsunagu.contract.lifecycle.SideCommand.RecordContact;
import jp.tsunagu.contract.lifecycle.UnknownCommand;
import org.jspecify.annotations.Nullable;

/** Copies of commands that can carry a sealed dossier. */
final class Sealable {

  private Sealable() {}

  /** The same wish with this dossier. */
  static CaseCommand carrying(CaseCommand command, SealedDossier sealed) {
    return copy(command, command.header(), sealed);
  }

  /** The same wish under another header, without a dossier. */
  static CaseCommand readdressed(CaseCommand command, CommandHeader header) {
    return copy(command, header, command.sealed().orElse(null));
  }

  private static CaseCommand copy(
      CaseCommand command, CommandHeader header, @Nullable SealedDossier sealed) {
    return switch (command) {
      case ReferralCommand referral -> copy(referral, header, sealed);
      case CoordinationCommand coordination -> copy(coordination, header, sealed);
      case ReceiveSheet(_, var how, var persons, var protection, var consents, var legs, _) ->
          new ReceiveSheet(header, how, persons, protection, consents, legs, sealed);
      case RecordContact(_, var kind, var person, var contact, _) ->
          new RecordContact(header, kind, person, contact, sealed);
      case MoveSideSupport(_, var kind, var person, var stage, var exception, _) ->
          new MoveSideSupport(header, kind, person, stage, exception, sealed);
      case EndSideSupport(_, var kind, var person, var ground, var rhythm, var exception, _) ->
          new EndSideSupport(header, kind, person, ground, rhythm, exception, sealed);
      case AskAgencies(_, var agencies, var persons, var due, _) ->
          new AskAgencies(header, agencies, persons, due, sealed);
      case HandOutPapers(_, var item, var form, int version, var recipients, _) ->
          new HandOutPapers(header, item, form, version, recipients, sealed);
      case AnswerInquiry(_, var unable, _) -> new AnswerInquiry(header, unable, sealed);
      case ConsultationCommand _,
          ConsentCommand _,
          ConferenceCommand _,
          BeginSideSupport _,
          InquiryCommand _,
          PaperCommand _,
          UnknownCommand _ ->
          throw carriesNothing(command);
    };
  }

  private static CaseCommand copy(
      CoordinationCommand command, CommandHeader h, @Nullable SealedDossier s) {
    return switch (command) {
      case RequestCoordination(_, var coordinator, _) -> new RequestCoordination(h, coordinator, s);
      case HandBackCase(_, var id, var to, var urgency, var settled, _, var exception) ->
          new HandBackCase(h, id, to, urgency, settled, s, exception);
      case RecordForm(_, var form, var dated, var persons, var item, var consents, _) ->
          new RecordForm(h, form, dated, persons, item, consents, s);
      case DecideSupport(_, var exception, _) -> new DecideSupport(h, exception, s);
      case CloseCoordination(_, var leads, var ground, var exception, _) ->
          new CloseCoordination(h, leads, ground, exception, s);
      case ReportResult(_, var person, var exception, _) ->
          new ReportResult(h, person, exception, s);
      case AcceptCoordination _,
          DecideScreening _,
          ChangeCoordinator _,
          AppointMember _,
          ReleaseMember _ ->
          throw carriesNothing(command);
    };
  }

  private static CaseCommand copy(
      ReferralCommand command, CommandHeader h, @Nullable SealedDossier s) {
    return switch (command) {
      case SubmitSheet(_, var id, var urgency, _, boolean beside) ->
          new SubmitSheet(h, id, urgency, s, beside);
      case TriageReferral(_, var id, var receiver, var mode, _, boolean beside) ->
          new TriageReferral(h, id, receiver, mode, s, beside);
      case SendReferral(
              _,
              var id,
              var to,
              var mode,
              var urgency,
              var continues,
              _,
              boolean beside) ->
          new SendReferral(h, id, to, mode, urgency, continues, s, beside);
      case AcceptReferral(_, var id, _) -> new AcceptReferral(h, id, s);
      case DeclineReferral(_, var id, var reason, _) -> new DeclineReferral(h, id, reason, s);
      case ForwardReferral(_, var id, var next, var to, var mode, _, boolean beside) ->
          new ForwardReferral(h, id, next, to, mode, s, beside);
      case SendBackReferral(_, var id, var reason, _) -> new SendBackReferral(h, id, reason, s);
      case AskInformation(_, var id, _) -> new AskInformation(h, id, s);
      case ProvideInformation(_, var id, _) -> new ProvideInformation(h, id, s);
      case CompleteReferral(_, var id, var outcome, _) -> new CompleteReferral(h, id, outcome, s);
      case ProvideDossier(_, var id, var before) ->
          new ProvideDossier(h, id, s == null ? before : s);
      case ReportArrival _,
          OpenReferral _,
          MakeFirstContact _,
          WithdrawReferral _,
          RequestWithdrawal _,
          ConfirmWithdrawal _,
          ReopenReferral _,
          RemindReferral _,
          RequestDossier _ ->
          throw carriesNothing(command);
    };
  }

  private static IllegalArgumentException carriesNothing(CaseCommand command) {
    return new IllegalArgumentException(
        command.getClass().getSimpleName() + " cannot carry a dossier");
  }
}
