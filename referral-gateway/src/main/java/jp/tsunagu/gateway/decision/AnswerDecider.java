package jp.tsunagu.gateway.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.lifecycle.ChainPlace;
import jp.tsunagu.contract.lifecycle.CompletionOutcome;
import jp.tsunagu.contract.lifecycle.Consultation;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.SupportEnded;
import jp.tsunagu.contract.lifecycle.LegParties;
import jp.tsunagu.contract.lifecycle.ReferralCommand.AcceptReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.DeclineReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ForwardReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendBackReferral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralAccepted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralDeclined;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralForwarded;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSentBack;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.gateway.decision.Attempt.EventMaker;

/** Decides the answers of a receiver: 受理, 受入不可, つなぎ直し, 差戻し. Exactly one of them wins. */
final class AnswerDecider {

  private AnswerDecider() {}

  static Decision accept(LegAttempt leg, AcceptReferral command) {
    return Rule.decide(
        leg,
        List.of(
            LegRules::actorMustBeTheReceiver,
            LegRules::mustBeUnanswered,
            l -> Dossiers.check(l.attempt(), command.note(), l.leg().sender())),
        () -> accepted(leg, command));
  }

  private static Decision accepted(LegAttempt leg, AcceptReferral command) {
    List<EventMaker> makers = new ArrayList<>();
    makers.add(header -> new ReferralAccepted(header, leg.id(), Dossiers.outline(command.note())));
    makers.addAll(Dossiers.sharedByLaw(leg.attempt(), leg.id(), command.note()));
    if (endsTheSendersSupport(leg)) {
      makers.add(header -> new SupportEnded(header, CompletionOutcome.HANDED_OVER));
    }
    return leg.attempt().emit(makers);
  }

  /** 引継ぎ: the support of the agency that received the household ends with the acceptance. */
  private static boolean endsTheSendersSupport(LegAttempt leg) {
    Consultation consultation = leg.state().consultation();
    return leg.leg().mode() == ReferralMode.HANDOVER
        && consultation != null
        && consultation.supportEnded() == null
        && consultation.receivedBy().equals(leg.leg().sender());
  }

  static Decision decline(LegAttempt leg, DeclineReferral command) {
    Optional<Reason> reason = leg.attempt().reason(CodeList.DECLINE_REASONS, command.reason());
    return Rule.decide(
        leg,
        List.of(
            LegRules::actorMustBeTheReceiver,
            LegRules::mustBeUnanswered,
            _ -> LegRules.reasonMustBeListed(reason),
            l -> LegRules.noteMustComeWithTheReason(reason, command.note(), l.leg().sender()),
            l -> Dossiers.check(l.attempt(), command.note(), l.leg().sender())),
        () -> declined(leg, command));
  }

  private static Decision declined(LegAttempt leg, DeclineReferral command) {
    List<EventMaker> makers = new ArrayList<>();
    makers.add(
        header ->
            new ReferralDeclined(
                header, leg.id(), command.reason(), Dossiers.outline(command.note())));
    makers.addAll(Dossiers.sharedByLaw(leg.attempt(), leg.id(), command.note()));
    return leg.attempt().emit(makers);
  }

  static Decision sendBack(LegAttempt leg, SendBackReferral command) {
    Optional<Reason> reason = leg.attempt().reason(CodeList.SEND_BACK_REASONS, command.reason());
    return Rule.decide(
        leg,
        List.of(
            LegRules::actorMustBeTheReceiver,
            LegRules::mustBeUnanswered,
            _ -> LegRules.reasonMustBeListed(reason),
            l -> LegRules.noteMustComeWithTheReason(reason, command.note(), l.leg().sender()),
            l -> Dossiers.check(l.attempt(), command.note(), l.leg().sender())),
        () -> sentBack(leg, command));
  }

  private static Decision sentBack(LegAttempt leg, SendBackReferral command) {
    List<EventMaker> makers = new ArrayList<>();
    makers.add(
        header ->
            new ReferralSentBack(
                header, leg.id(), command.reason(), Dossiers.outline(command.note())));
    makers.addAll(Dossiers.sharedByLaw(leg.attempt(), leg.id(), command.note()));
    return leg.attempt().emit(makers);
  }

  static Decision forward(LegAttempt leg, ForwardReferral command) {
    return Rule.decide(
        leg,
        List.of(
            LegRules::actorMustBeTheReceiver,
            LegRules::mustBeUnanswered,
            l -> CaseRules.referralMustBeNew(l.attempt(), command.nextReferralId()),
            l -> Receivers.check(l.attempt(), command.receiver()),
            l -> Dossiers.check(l.attempt(), command.dossier(), command.receiver()),
            l ->
                SendingDecider.receiverMustHaveNoOpenLeg(
                    l.attempt(), command.receiver(), command.mode(), command.besideOpen())),
        () -> forwarded(leg, command));
  }

  private static Decision forwarded(LegAttempt leg, ForwardReferral command) {
    Attempt attempt = leg.attempt();
    List<EventMaker> makers = new ArrayList<>();
    makers.add(header -> new ReferralForwarded(header, leg.id(), command.nextReferralId()));
    makers.add(nextLeg(leg, command));
    makers.addAll(Dossiers.sharedByLaw(attempt, command.nextReferralId(), command.dossier()));
    if (command.dossier() == null) {
      makers.addAll(
          Dossiers.askHolder(
              attempt, command.nextReferralId(), SendingDecider.held(leg), command.receiver()));
    }
    return attempt.emit(makers);
  }

  private static EventMaker nextLeg(LegAttempt leg, ForwardReferral command) {
    return header ->
        new ReferralSent(
            header,
            command.nextReferralId(),
            new ChainPlace(leg.leg().chain().chainId(), leg.id()),
            new LegParties(leg.actor(), command.receiver()),
            command.mode(),
            leg.leg().urgency(),
            leg.attempt().clock(leg.leg().urgency()),
            Dossiers.outline(command.dossier()));
  }
}
