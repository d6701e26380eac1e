package jp.tsunagu.gateway.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.AgencyRole;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.HandBackCase;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CaseHandedBack;
import jp.tsunagu.contract.lifecycle.FlowRequirement;
import jp.tsunagu.contract.lifecycle.FlowStep;
import jp.tsunagu.contract.lifecycle.LegParties;
import jp.tsunagu.contract.lifecycle.PassedGate;
import jp.tsunagu.contract.lifecycle.Settled;
import jp.tsunagu.gateway.decision.Attempt.EventMaker;
import org.jspecify.annotations.Nullable;

/** Decides つなぎ戻し: the coordinator returns a case with settled roles. */
final class HandBackDecider {

  private HandBackDecider() {}

  static Decision handBack(Attempt attempt, HandBackCase command) {
    Settled settled = command.settled();
    List<AgencyId> agencies =
        Stream.concat(
                Stream.of(settled.lead().agency()),
                settled.roles().stream().map(AgencyRole::agency))
            .toList();
    Gates gate = gate(attempt, settled);
    return Rule.decide(
        attempt,
        List.of(
            CaseRules::actorMustBeTheCoordinator,
            CoordinationDecider::mustBeOpen,
            a -> CaseRules.referralMustBeNew(a, command.referralId()),
            a -> Receivers.check(a, command.receiver()),
            a -> CaseRules.personMustBeKnown(a, settled.lead().person()),
            a -> CaseRules.agenciesMustBeRegistered(a, agencies),
            a -> CaseRules.agenciesMustNotBeExcluded(a, agencies),
            a -> ConferenceRules.rolesMustBeListed(a, settled.roles()),
            a -> Dossiers.check(a, command.dossier(), command.receiver()),
            _ -> gate.mustBeOpen(command.exception())),
        () -> handedBack(attempt, command, gate.passedFor(command.exception())));
  }

  private static Gates gate(Attempt attempt, Settled settled) {
    return new Gates(
        attempt,
        FlowStep.HAND_BACK,
        null,
        settled.roles().isEmpty() ? Set.of() : Set.of(FlowRequirement.ROLES_AND_LEAD));
  }

  private static Decision handedBack(
      Attempt attempt, HandBackCase command, @Nullable PassedGate passed) {
    List<EventMaker> makers = new ArrayList<>();
    makers.add(
        header ->
            new CaseHandedBack(
                header,
                command.referralId(),
                new LegParties(attempt.actor(), command.receiver()),
                command.urgency(),
                command.settled(),
                attempt.clock(command.urgency()),
                Dossiers.outline(command.dossier()),
                passed));
    makers.addAll(Dossiers.sharedByLaw(attempt, command.referralId(), command.dossier()));
    return attempt.emit(makers);
  }
}
