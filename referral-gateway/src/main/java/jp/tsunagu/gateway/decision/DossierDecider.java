package jp.tsunagu.gateway.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.dossier.DossierOutline;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ProvideDossier;
import jp.tsunagu.contract.lifecycle.ReferralCommand.RequestDossier;
import jp.tsunagu.contract.lifecycle.ReferralEvent.DossierProvided;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Attempt.EventMaker;
import jp.tsunagu.gateway.decision.Decision.Refuse;

/** Decides about dossiers sealed anew: for a new receiver, or after a lost key. */
final class DossierDecider {

  private DossierDecider() {}

  static Decision request(LegAttempt leg, RequestDossier command) {
    Optional<DossierOutline> held = leg.state().dossier(command.dossierId());
    return Rule.decide(
        leg,
        List.of(
            DossierDecider::actorMustBeOneOfTheTwo,
            LegRules::mustBeOpen,
            l -> dossierMustBeForTheActor(l, held),
            l -> somebodyMustHoldIt(l, held)),
        () -> leg.attempt().emit(Dossiers.askHolder(leg.attempt(), leg.id(), held, leg.actor())));
  }

  private static Optional<Refuse> actorMustBeOneOfTheTwo(LegAttempt leg) {
    return Rule.require(leg.actorIsReceiver() || leg.actorIsSender(), RefusalCode.NOT_THE_RECEIVER);
  }

  /**
   * What travelled with this leg, or was sealed for the actor before; never what it sealed itself.
   */
  private static Optional<Refuse> dossierMustBeForTheActor(
      LegAttempt leg, Optional<DossierOutline> held) {
    boolean forActor =
        held.filter(dossier -> !dossier.sender().equals(leg.actor()))
            .filter(dossier -> !Parties.isExcluded(leg.state(), dossier.sender()))
            .filter(dossier -> travelledWith(leg, dossier) || Dossiers.wasFor(leg.actor(), dossier))
            .isPresent();
    return Rule.require(forActor, RefusalCode.DOSSIER_UNKNOWN);
  }

  private static Optional<Refuse> somebodyMustHoldIt(
      LegAttempt leg, Optional<DossierOutline> held) {
    return Rule.require(
        held.flatMap(one -> Dossiers.whoStillHolds(leg.attempt(), one, one.sender())).isPresent(),
        RefusalCode.DOSSIER_HOLDER_LEFT);
  }

  private static boolean travelledWith(LegAttempt leg, DossierOutline dossier) {
    return dossier.dossierId().equals(leg.leg().dossierId());
  }

  static Decision provide(LegAttempt leg, ProvideDossier command) {
    Set<AgencyId> receivers = whoMayBeGiven(leg);
    return Rule.decide(
        leg,
        List.of(
            DossierDecider::actorMustHold,
            LegRules::mustBeOpen,
            l -> whoWaitsMustGetIt(l, command),
            l -> Dossiers.checkAnew(l.attempt(), command.dossier(), receivers)),
        () -> provided(leg, command));
  }

  /** The two of the leg, and whoever else takes part in the case, such as appointed members. */
  private static Set<AgencyId> whoMayBeGiven(LegAttempt leg) {
    Set<AgencyId> receivers = new HashSet<>(leg.state().members());
    receivers.add(leg.leg().receiver());
    receivers.add(leg.leg().sender());
    Parties.coordinator(leg.state()).ifPresent(receivers::add);
    return receivers;
  }

  /** While somebody of the leg waits for a dossier, what others are given is none. */
  private static Optional<Refuse> whoWaitsMustGetIt(LegAttempt leg, ProvideDossier command) {
    Set<AgencyId> recipients = command.dossier().outline().recipients();
    return Rule.require(
        !leg.progress().awaitingDossier()
            || recipients.contains(leg.leg().receiver())
            || recipients.contains(leg.leg().sender()),
        RefusalCode.RECEIVER_NOT_POSSIBLE);
  }

  /**
   * A sender up the chain, the desk that sorted the sheet, or who sealed something in this case.
   */
  private static Optional<Refuse> actorMustHold(LegAttempt leg) {
    boolean holds =
        Parties.sendersUpTheChain(leg.state(), leg.leg()).contains(leg.actor())
            || CaseRules.isCoordinator(leg.attempt())
            || leg.actor().equals(leg.attempt().desk())
            || leg.state().dossiers().stream()
                .anyMatch(dossier -> dossier.sender().equals(leg.actor()));
    return Rule.require(holds, RefusalCode.NOT_THE_SENDER);
  }

  private static Decision provided(LegAttempt leg, ProvideDossier command) {
    List<EventMaker> makers = new ArrayList<>();
    makers.add(header -> new DossierProvided(header, leg.id(), command.dossier().outline()));
    makers.addAll(Dossiers.sharedByLaw(leg.attempt(), leg.id(), command.dossier()));
    return leg.attempt().emit(makers);
  }
}
