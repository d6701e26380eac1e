package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AppointMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ReleaseMember;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.MemberAppointed;
import jp.tsunagu.contract.message.RefusalCode;

/** Decides who belongs to the 支援会議 of a case: 委嘱, and 回収 from whoever is left without a role. */
final class MemberDecider {

  private MemberDecider() {}

  /** Members may take part on paper. */
  static Decision appoint(Attempt attempt, AppointMember command) {
    return Rule.decide(
        attempt, List.of(Organisers::actorMustBeTheOrganiser), () -> appointed(attempt, command));
  }

  /** The organiser of a meeting asked the scheduler for it, which knows whose meeting it is. */
  static Decision appointForAMeeting(Attempt attempt, AppointMember command) {
    return Rule.decide(
        attempt,
        List.of(a -> Rule.require(a.state().consultation() != null, RefusalCode.CASE_UNKNOWN)),
        () -> appointed(attempt, command));
  }

  private static Decision appointed(Attempt attempt, AppointMember command) {
    return Rule.decide(
        attempt,
        List.of(
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
        () -> attempt.emit(Releases.of(attempt.state(), command.member())));
  }

  private static boolean isMember(Attempt attempt, AgencyId agency) {
    return attempt.state().members().contains(agency);
  }
}
