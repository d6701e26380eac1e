package jp.tsunagu.gateway.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jp.tsunagu.contract.dossier.DossierOutline;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ChainPlace;
import jp.tsunagu.contract.lifecycle.LegParties;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SubmitSheet;
import jp.tsunagu.contract.lifecycle.ReferralCommand.TriageReferral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralTriaged;
import jp.tsunagu.contract.lifecycle.ReferralEvent.SheetSubmitted;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Stage;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Attempt.EventMaker;
import jp.tsunagu.gateway.decision.Decision.Refuse;
import org.jspecify.annotations.Nullable;

/** Decides what puts a household before an agency: つなぐ, つなぐシート, 振り分け. */
final class SendingDecider {

  private SendingDecider() {}

  static Decision submit(Attempt attempt, SubmitSheet command) {
    return Rule.decide(
        attempt,
        List.of(
            CaseRules::actorMustActForTheHousehold,
            a -> CaseRules.referralMustBeNew(a, command.referralId()),
            a -> Receivers.check(a, a.desk()),
            a -> Dossiers.check(a, command.dossier(), a.desk()),
            a ->
                receiverMustHaveNoOpenLeg(
                    a, a.desk(), ReferralMode.TOGETHER, command.besideOpen())),
        () -> submitted(attempt, command));
  }

  static Decision submitted(Attempt attempt, SubmitSheet command) {
    List<EventMaker> makers = new ArrayList<>();
    makers.add(
        header ->
            new SheetSubmitted(
                header,
                command.referralId(),
                attempt.actor(),
                attempt.desk(),
                command.urgency(),
                attempt.clock(command.urgency()),
                Dossiers.outline(command.dossier())));
    makers.addAll(
        Dossiers.sharedByLaw(
            attempt, command.referralId(), Dossiers.forOne(command.dossier(), attempt.desk())));
    return attempt.emit(makers);
  }

  static Decision send(Attempt attempt, SendReferral command) {
    return Rule.decide(
        attempt,
        List.of(
            a -> actorMustBeAbleToSend(a, command),
            a -> CaseRules.referralMustBeNew(a, command.referralId()),
            a -> Receivers.check(a, command.receiver()),
            a -> chainMustBeContinuable(a, command.continues()),
            a -> Dossiers.check(a, command.dossier(), command.receiver()),
            a ->
                receiverMustHaveNoOpenLeg(
                    a, command.receiver(), command.mode(), command.besideOpen())),
        () -> sent(attempt, command));
  }

  /**
   * A household is put before an agency once: what goes there beside a referral that is still open
   * is confirmed by a person. Only what the actor sees stands in its way, so that nobody learns of
   * another's referral by being refused.
   */
  static Optional<Refuse> receiverMustHaveNoOpenLeg(
      Attempt attempt, AgencyId receiver, ReferralMode mode, boolean confirmed) {
    return confirmed ? Optional.empty() : inTheWay(attempt, leg -> leg.isInTheWay(receiver, mode));
  }

  /** The same for a leg that gets another receiver. */
  private static Optional<Refuse> noOtherLegMustBeOpen(LegAttempt leg, TriageReferral command) {
    return command.besideOpen()
        ? Optional.empty()
        : inTheWay(
            leg.attempt(),
            other ->
                !other.referralId().equals(leg.id())
                    && other.isInTheWay(command.receiver(), command.mode()));
  }

  private static Optional<Refuse> inTheWay(Attempt attempt, Predicate<Referral> is) {
    return attempt.state().referrals().stream()
        .filter(is)
        .filter(leg -> Parties.sees(attempt.state(), leg, attempt.actor(), attempt.roll()))
        .findFirst()
        .map(leg -> Refuse.beside(leg.referralId()));
  }

  /** Whoever may continue a chain needs no other part in the case. */
  private static Optional<Refuse> actorMustBeAbleToSend(Attempt attempt, SendReferral command) {
    return command.continues() == null
        ? CaseRules.actorMustActForTheHousehold(attempt)
        : Optional.empty();
  }

  /** Only senders up the chain go on after a decline, a 差戻し or a 取下げ, and only once. */
  private static Optional<Refuse> chainMustBeContinuable(
      Attempt attempt, @Nullable ReferralId continues) {
    if (continues == null) {
      return Optional.empty();
    }
    Optional<Referral> before =
        attempt
            .state()
            .referral(continues)
            .filter(leg -> Parties.sees(attempt.state(), leg, attempt.actor(), attempt.roll()));
    return before.isEmpty()
        ? Optional.of(Refuse.because(RefusalCode.REFERRAL_UNKNOWN))
        : Rule.require(isContinuable(attempt, before.get()), RefusalCode.CHAIN_NOT_CONTINUABLE);
  }

  private static boolean isContinuable(Attempt attempt, Referral before) {
    boolean failed =
        switch (before.stage()) {
          case Stage.Declined _, Stage.SentBack _, Stage.Withdrawn _ -> true;
          case Stage.Submitted _,
              Stage.Unanswered _,
              Stage.Held _,
              Stage.Completed _,
              Stage.Forwarded _ ->
              false;
        };
    return failed
        && !Parties.isContinued(attempt.state(), before.referralId())
        && maySendOn(attempt, before);
  }

  private static boolean maySendOn(Attempt attempt, Referral before) {
    return Parties.sendersUpTheChain(attempt.state(), before).contains(attempt.actor())
        || (attempt.actor().equals(attempt.desk())
            && (Parties.comesFromASheet(attempt.state(), before)
                || Parties.hasNobodyToGoOn(attempt.state(), before, attempt.roll())));
  }

  static Decision sent(Attempt attempt, SendReferral command) {
    ReferralId chainId =
        Optional.ofNullable(command.continues())
            .flatMap(attempt.state()::referral)
            .map(referral -> referral.chain().chainId())
            .orElse(command.referralId());
    List<EventMaker> makers = new ArrayList<>();
    makers.add(
        header ->
            new ReferralSent(
                header,
                command.referralId(),
                new ChainPlace(chainId, command.continues()),
                new LegParties(attempt.actor(), command.receiver()),
                command.mode(),
                command.urgency(),
                attempt.clock(command.urgency()),
                Dossiers.outline(command.dossier())));
    makers.addAll(
        Dossiers.sharedByLaw(
            attempt, command.referralId(), Dossiers.forOne(command.dossier(), command.receiver())));
    return attempt.emit(makers);
  }

  static Decision triage(LegAttempt leg, TriageReferral command) {
    return Rule.decide(
        leg,
        List.of(
            LegRules::actorMustBeTheDesk,
            LegRules::mustAwaitTriage,
            l -> Receivers.check(l.attempt(), l.leg().sender(), command.receiver()),
            l -> Dossiers.check(l.attempt(), command.dossier(), command.receiver()),
            l -> noOtherLegMustBeOpen(l, command)),
        () -> triaged(leg, command));
  }

  private static Decision triaged(LegAttempt leg, TriageReferral command) {
    Attempt attempt = leg.attempt();
    List<EventMaker> makers = new ArrayList<>();
    makers.add(
        header ->
            new ReferralTriaged(
                header,
                leg.id(),
                leg.leg().sender(),
                command.receiver(),
                command.mode(),
                leg.leg().urgency(),
                attempt.clock(leg.leg().urgency()),
                Dossiers.outline(command.dossier())));
    makers.addAll(Dossiers.sharedByLaw(attempt, leg.id(), command.dossier()));
    boolean takesItItself = command.receiver().equals(attempt.actor());
    if (command.dossier() == null && !takesItItself) {
      makers.addAll(Dossiers.askSender(attempt, leg.id(), held(leg), command.receiver()));
    }
    return attempt.emit(makers);
  }

  /** What travelled with a leg last. */
  static Optional<DossierOutline> held(LegAttempt leg) {
    return Optional.ofNullable(leg.leg().dossierId()).flatMap(leg.state()::dossier);
  }
}
