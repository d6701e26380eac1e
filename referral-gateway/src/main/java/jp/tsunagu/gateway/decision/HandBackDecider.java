package jp.tsunagu.gateway.decision;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.HandBackCase;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CaseHandedBack;
import jp.tsunagu.gateway.decision.Attempt.EventMaker;

/** Decides つなぎ戻し: the coordinator returns a case with settled roles. */
final class HandBackDecider {

  private HandBackDecider() {}

  static Decision handBack(Attempt attempt, HandBackCase command) {
    List<AgencyId> lead = List.of(command.lead().agency());
    return Rule.decide(
        attempt,
        List.of(
            CaseRules::actorMustBeTheCoordinator,
            CoordinationDecider::mustBeOpen,
            a -> CaseRules.referralMustBeNew(a, command.referralId()),
            a -> Receivers.check(a, command.receiver()),
            a -> CaseRules.personMustBeKnown(a, command.lead().person()),
            a -> CaseRules.agenciesMustBeRegistered(a, lead),
            a -> CaseRules.agenciesMustNotBeExcluded(a, lead),
            a -> Dossiers.check(a, command.dossier(), command.receiver())),
        () -> handedBack(attempt, command));
  }

  private static Decision handedBack(Attempt attempt, HandBackCase command) {
    List<EventMaker> makers = new ArrayList<>();
    makers.add(
        header ->
            new CaseHandedBack(
                header,
                command.referralId(),
                attempt.actor(),
                command.receiver(),
                command.urgency(),
                command.lead(),
                attempt.clock(command.urgency()),
                Dossiers.outline(command.dossier())));
    makers.addAll(Dossiers.sharedByLaw(attempt, command.referralId(), command.dossier()));
    return attempt.emit(makers);
  }
}
