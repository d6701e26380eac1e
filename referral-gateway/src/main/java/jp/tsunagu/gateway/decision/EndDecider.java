package jp.tsunagu.gateway.decision;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.contract.lifecycle.ReferralCommand.CompleteReferral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralAccepted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralCompleted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralReopened;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralWithdrawn;
import jp.tsunagu.contract.lifecycle.ReferralEvent.WithdrawalConfirmed;
import jp.tsunagu.contract.lifecycle.ReferralEvent.WithdrawalRequested;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.gateway.decision.Attempt.EventMaker;

/** Decides how a leg ends, and how it begins again: 終了, 取下げ, 再開. */
final class EndDecider {

  private EndDecider() {}

  static Decision complete(LegAttempt leg, CompleteReferral command) {
    return Rule.decide(
        leg,
        List.of(
            LegRules::actorMustBeTheReceiver,
            l -> LegRules.mustBeHeldOrAskAdvice(l, command.outcome()),
            l -> Dossiers.check(l.attempt(), command.note(), l.leg().sender())),
        () -> completed(leg, command));
  }

  private static Decision completed(LegAttempt leg, CompleteReferral command) {
    List<EventMaker> makers = new ArrayList<>();
    if (LegRules.givesAdviceAtOnce(leg, command.outcome())) {
      makers.add(header -> new ReferralAccepted(header, leg.id(), null));
    }
    makers.add(
        header ->
            new ReferralCompleted(
                header, leg.id(), command.outcome(), Dossiers.outline(command.note())));
    makers.addAll(Dossiers.sharedByLaw(leg.attempt(), leg.id(), command.note()));
    return leg.attempt().emit(makers);
  }

  static Decision withdraw(LegAttempt leg) {
    return Rule.decide(
        leg,
        List.of(LegRules::actorMustBeTheSender, LegRules::mustBeWithdrawable),
        () -> leg.attempt().emit(header -> new ReferralWithdrawn(header, leg.id())));
  }

  static Decision requestWithdrawal(LegAttempt leg) {
    return Rule.decide(
        leg,
        List.of(
            LegRules::actorMustBeTheSender, LegRules::mustBeHeld, LegRules::withdrawalMustBeNew),
        () -> leg.attempt().emit(header -> new WithdrawalRequested(header, leg.id())));
  }

  static Decision confirmWithdrawal(LegAttempt leg) {
    return Rule.decide(
        leg,
        List.of(
            LegRules::actorMustBeTheReceiver,
            LegRules::mustBeHeld,
            LegRules::withdrawalMustBeRequested),
        () ->
            leg.attempt()
                .emit(
                    header -> new WithdrawalConfirmed(header, leg.id()),
                    header -> new ReferralWithdrawn(header, leg.id())));
  }

  static Decision reopen(LegAttempt leg) {
    return Rule.decide(
        leg,
        List.of(
            LegRules::mustBeClosed,
            LegRules::mustNotGoOnElsewhere,
            LegRules::actorMustBeAbleToReopen,
            l -> Receivers.check(l.attempt(), l.leg().sender(), l.leg().receiver())),
        () -> reopened(leg));
  }

  /** Asked again, the receiver gets a new clock; resuming by itself, it answers to none. */
  private static Decision reopened(LegAttempt leg) {
    Attempt attempt = leg.attempt();
    ResponseClock clock = leg.actorIsSender() ? attempt.clock(leg.leg().urgency()) : null;
    return attempt.emit(header -> new ReferralReopened(header, leg.id(), clock));
  }
}
