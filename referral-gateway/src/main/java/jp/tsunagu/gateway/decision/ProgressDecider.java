package jp.tsunagu.gateway.decision;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.contract.lifecycle.ReferralCommand.AskInformation;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ProvideInformation;
import jp.tsunagu.contract.lifecycle.ReferralEvent.FirstContactMade;
import jp.tsunagu.contract.lifecycle.ReferralEvent.InformationProvided;
import jp.tsunagu.contract.lifecycle.ReferralEvent.InformationRequested;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralArrived;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralOpened;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralReminded;
import jp.tsunagu.gateway.decision.Attempt.EventMaker;

/** Decides what happens on the way: 到達, 開封, 照会, 回答, 初回接触, 催促. */
final class ProgressDecider {

  private ProgressDecider() {}

  static Decision arrive(LegAttempt leg) {
    return Rule.decide(
        leg,
        List.of(LegRules::actorMustBeTheReceiver, LegRules::mustNotHaveArrived),
        () -> leg.attempt().emit(header -> new ReferralArrived(header, leg.id())));
  }

  static Decision open(LegAttempt leg) {
    return Rule.decide(
        leg,
        List.of(LegRules::actorMustBeTheReceiver, LegRules::mustNotBeOpened),
        () -> leg.attempt().emit(header -> new ReferralOpened(header, leg.id())));
  }

  static Decision ask(LegAttempt leg, AskInformation command) {
    return Rule.decide(
        leg,
        List.of(
            LegRules::actorMustBeTheReceiver,
            LegRules::mustBeOpen,
            LegRules::noQuestionMustBeOpen,
            l -> Dossiers.check(l.attempt(), command.note(), l.leg().sender())),
        () -> asked(leg, command));
  }

  private static Decision asked(LegAttempt leg, AskInformation command) {
    List<EventMaker> makers = new ArrayList<>();
    makers.add(
        header -> new InformationRequested(header, leg.id(), Dossiers.outline(command.note())));
    makers.addAll(Dossiers.sharedByLaw(leg.attempt(), leg.id(), command.note()));
    return leg.attempt().emit(makers);
  }

  static Decision provide(LegAttempt leg, ProvideInformation command) {
    return Rule.decide(
        leg,
        List.of(
            LegRules::actorMustBeTheSender,
            LegRules::mustBeOpen,
            LegRules::questionMustBeOpen,
            l -> Dossiers.check(l.attempt(), command.note(), l.leg().receiver())),
        () -> provided(leg, command));
  }

  private static Decision provided(LegAttempt leg, ProvideInformation command) {
    List<EventMaker> makers = new ArrayList<>();
    makers.add(
        header -> new InformationProvided(header, leg.id(), Dossiers.outline(command.note())));
    makers.addAll(Dossiers.sharedByLaw(leg.attempt(), leg.id(), command.note()));
    return leg.attempt().emit(makers);
  }

  static Decision contact(LegAttempt leg) {
    return Rule.decide(
        leg,
        List.of(
            LegRules::actorMustBeTheReceiver,
            LegRules::mustBeHeld,
            LegRules::firstContactMustBeNew),
        () -> leg.attempt().emit(header -> new FirstContactMade(header, leg.id())));
  }

  static Decision remind(LegAttempt leg) {
    return Rule.decide(
        leg,
        List.of(LegRules::actorMustBeTheDesk, LegRules::mustBeUnanswered),
        () -> leg.attempt().emit(header -> new ReferralReminded(header, leg.id())));
  }
}
