package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagu.contract.lifecycle.Referral;
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
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Refuse;

/** Finds the leg a command is about, and who decides it. */
final class ReferralDecider {

  private ReferralDecider() {}

  static Decision decide(Attempt attempt, ReferralCommand command) {
    return Rule.decide(
        attempt, List.of(CaseRules::actorMustTakePart), () -> byCommand(attempt, command));
  }

  private static Decision byCommand(Attempt attempt, ReferralCommand command) {
    return switch (command) {
      case SubmitSheet submit -> SendingDecider.submit(attempt, submit);
      case SendReferral send -> SendingDecider.send(attempt, send);
      case TriageReferral c -> on(attempt, c, leg -> SendingDecider.triage(leg, c));
      case ReportArrival c -> on(attempt, c, ProgressDecider::arrive);
      case OpenReferral c -> on(attempt, c, ProgressDecider::open);
      case AcceptReferral c -> on(attempt, c, leg -> AnswerDecider.accept(leg, c));
      case DeclineReferral c -> on(attempt, c, leg -> AnswerDecider.decline(leg, c));
      case ForwardReferral c -> on(attempt, c, leg -> AnswerDecider.forward(leg, c));
      case SendBackReferral c -> on(attempt, c, leg -> AnswerDecider.sendBack(leg, c));
      case AskInformation c -> on(attempt, c, leg -> ProgressDecider.ask(leg, c));
      case ProvideInformation c -> on(attempt, c, leg -> ProgressDecider.provide(leg, c));
      case MakeFirstContact c -> on(attempt, c, ProgressDecider::contact);
      case CompleteReferral c -> on(attempt, c, leg -> EndDecider.complete(leg, c));
      case WithdrawReferral c -> on(attempt, c, EndDecider::withdraw);
      case RequestWithdrawal c -> on(attempt, c, EndDecider::requestWithdrawal);
      case ConfirmWithdrawal c -> on(attempt, c, EndDecider::confirmWithdrawal);
      case ReopenReferral c -> on(attempt, c, EndDecider::reopen);
      case RemindReferral c -> on(attempt, c, ProgressDecider::remind);
      case RequestDossier c -> on(attempt, c, leg -> DossierDecider.request(leg, c));
      case ProvideDossier c -> on(attempt, c, leg -> DossierDecider.provide(leg, c));
    };
  }

  /** A leg the actor has no part in is answered like one that does not exist. */
  private static Decision on(
      Attempt attempt, ReferralCommand command, Function<LegAttempt, Decision> decider) {
    Optional<Referral> leg =
        attempt
            .state()
            .referral(command.referralId())
            .filter(l -> Parties.sees(attempt.state(), l, attempt.actor(), attempt.roll()));
    return leg.isPresent()
        ? decider.apply(new LegAttempt(attempt, leg.get()))
        : Refuse.because(RefusalCode.REFERRAL_UNKNOWN);
  }
}
