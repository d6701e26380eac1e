package jp.tsunagu.gateway.decision;

import java.util.Optional;
import jp.tsunagu.contract.directory.Programme;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.FlowStep;
import jp.tsunagu.contract.lifecycle.SideCommand.BeginSideSupport;
import jp.tsunagu.contract.lifecycle.SideFlow;
import jp.tsunagu.contract.lifecycle.SideKind;
import jp.tsunagu.contract.lifecycle.SideStage;
import jp.tsunagu.contract.lifecycle.SideSupport;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Refuse;

/** Rules about a support beside the case. */
final class SideRules {

  private SideRules() {}

  /**
   * Who carries it out. In the place of one that cannot any more (it has left, or is excluded from
   * a protected case) who coordinates, the receiving agency or the desk, so that nothing gets
   * stuck.
   */
  static Optional<Refuse> actorMustProvide(Attempt attempt, SideSupport side) {
    return Rule.require(
        attempt.actor().equals(side.flow().provider()) || standsIn(attempt, side),
        RefusalCode.ONLY_THE_PROVIDER);
  }

  /** Whether the actor acts in the place of a provider that cannot any more. */
  static boolean standsIn(Attempt attempt, SideSupport side) {
    AgencyId provider = side.flow().provider();
    boolean gone =
        attempt.roll().hasLeft(provider) || Parties.isExcluded(attempt.state(), provider);
    return gone && couldStandIn(attempt);
  }

  private static boolean couldStandIn(Attempt attempt) {
    return attempt.actor().equals(attempt.desk())
        || CaseRules.isCoordinator(attempt)
        || Parties.receivedBy(attempt.state()).filter(attempt.actor()::equals).isPresent();
  }

  /** After its end, even while contact goes on (伴走), it can begin anew. */
  static Optional<Refuse> mustNotRun(Attempt attempt, SideFlow flow) {
    return Rule.require(
        attempt.state().side(flow.kind(), flow.person()).filter(SideSupport::runs).isEmpty(),
        RefusalCode.SIDE_SUPPORT_ALREADY_RUNNING);
  }

  static Optional<Refuse> reasonMustFit(BeginSideSupport command) {
    return Rule.require(
        command.reason().fits(command.flow().kind()), RefusalCode.SIDE_REASON_WRONG);
  }

  /** Nobody learns of a household by being named: it is connected first (つなぐ). */
  static Optional<Refuse> providerMustTakePart(Attempt attempt, AgencyId provider) {
    return Rule.require(
        attempt.isRegistered(provider)
            && Parties.worksOn(attempt.state(), provider, attempt.roll()),
        RefusalCode.PROVIDER_NOT_IN_CASE);
  }

  /** 表3: what is this project's goes to who carries it out, if anybody in the city does. */
  static Optional<Refuse> providerMustCarryItOut(Attempt attempt, BeginSideSupport command) {
    Programme programme = Programme.of(command.flow().kind());
    boolean somebodyDoes =
        attempt.context().directory().agencies().stream()
            .anyMatch(agency -> agency.work().programmes().contains(programme));
    boolean providerDoes =
        attempt
            .agency(command.flow().provider())
            .filter(agency -> agency.work().programmes().contains(programme))
            .isPresent();
    return Rule.require(
        !command.reason().isTheProgrammes() || !somebodyDoes || providerDoes,
        RefusalCode.PROVIDER_WITHOUT_PROGRAMME);
  }

  /** 参加支援 begins only after a 重層的支援会議 judged it necessary (図15): there is no exception to it. */
  static Optional<Refuse> mustBeJudgedNeeded(Attempt attempt, SideFlow flow) {
    return flow.kind() == SideKind.PARTICIPATION
        ? Gates.beside(attempt, FlowStep.PARTICIPATION_START, flow.person(), false).mustBeOpen(null)
        : Optional.empty();
  }

  static Optional<Refuse> stageMustBeNextOrEarlier(SideSupport side, SideStage next) {
    return Rule.require(
        side.flow().kind().leads(side.stage(), next), RefusalCode.SIDE_STAGE_NOT_NEXT);
  }

  /** What the way on waits for; nothing waits on the way back. */
  static Optional<Gates> gateOf(Attempt attempt, SideSupport side, SideStage next) {
    return next.step()
        .filter(_ -> side.flow().kind().leadsOn(side.stage(), next))
        .map(step -> Gates.beside(attempt, step, side.flow().person(), false));
  }
}
