package jp.tsunagu.gateway.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.dossier.BasisKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AppointMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ReleaseMember;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.MemberAppointed;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.MemberReleased;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Attempt.EventMaker;

/** Decides who belongs to the 支援会議 of a case: 委嘱, and 回収 from whoever is left without a role. */
final class MemberDecider {

  private MemberDecider() {}

  /** Members may take part on paper. */
  static Decision appoint(Attempt attempt, AppointMember command) {
    return Rule.decide(
        attempt,
        List.of(
            Organisers::actorMustBeTheOrganiser,
            a -> CaseRules.agenciesMustBeRegistered(a, Set.of(command.member())),
            a -> CaseRules.agenciesMustNotBeExcluded(a, Set.of(command.member())),
            a ->
                Rule.require(!isMember(a, command.member()), RefusalCode.MEMBER_ALREADY_APPOINTED)),
        () -> attempt.emit(header -> new MemberAppointed(header, command.member())));
  }

  static Decision release(Attempt attempt, ReleaseMember command) {
    return Rule.decide(
        attempt,
        List.of(
            Organisers::actorMustBeTheOrganiser,
            a -> Rule.require(isMember(a, command.member()), RefusalCode.NOT_A_MEMBER)),
        () -> released(attempt, command.member()));
  }

  private static Decision released(Attempt attempt, AgencyId member) {
    List<EventMaker> makers = new ArrayList<>();
    makers.add(header -> new MemberReleased(header, member));
    makers.addAll(Stops.askOne(attempt.state(), member, BasisKind.SUPPORT_CONFERENCE));
    return attempt.emit(makers);
  }

  private static boolean isMember(Attempt attempt, AgencyId agency) {
    return attempt.state().members().contains(agency);
  }
}
