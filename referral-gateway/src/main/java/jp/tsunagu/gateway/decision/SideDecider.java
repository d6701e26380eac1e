package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagu.contract.lifecycle.FlowStep;
import jp.tsunagu.contract.lifecycle.SideCommand;
import jp.tsunagu.contract.lifecycle.SideCommand.BeginSideSupport;
import jp.tsunagu.contract.lifecycle.SideCommand.EndSideSupport;
import jp.tsunagu.contract.lifecycle.SideCommand.MoveSideSupport;
import jp.tsunagu.contract.lifecycle.SideCommand.RecordContact;
import jp.tsunagu.contract.lifecycle.SideEvent.ContactRecorded;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportBegun;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportEnded;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportMoved;
import jp.tsunagu.contract.lifecycle.SideSupport;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Refuse;

/** Decides about a support beside the case: 参加支援 (図15) and アウトリーチ (図12). */
final class SideDecider {

  private SideDecider() {}

  static Decision decide(Attempt attempt, SideCommand command) {
    return Rule.decide(
        attempt,
        List.of(
            CaseRules::actorMustTakePart, a -> CaseRules.personMustBeKnown(a, command.person())),
        () -> byCommand(attempt, command));
  }

  private static Decision byCommand(Attempt attempt, SideCommand command) {
    return switch (command) {
      case BeginSideSupport begin -> begin(attempt, begin);
      case MoveSideSupport move -> on(attempt, move, side -> move(attempt, side, move));
      case RecordContact contact -> on(attempt, contact, side -> contact(attempt, side, contact));
      case EndSideSupport end -> on(attempt, end, side -> end(attempt, side, end));
    };
  }

  /** One that the actor is not told of is answered like one that does not run. */
  private static Decision on(
      Attempt attempt, SideCommand command, Function<SideSupport, Decision> decider) {
    Optional<SideSupport> found =
        attempt
            .state()
            .side(command.kind(), command.person())
            .filter(SideSupport::goesOn)
            .filter(
                side ->
                    ToldTo.isTold(attempt.state(), side.flow(), attempt.actor())
                        || SideRules.standsIn(attempt, side));
    return found.isEmpty()
        ? Refuse.because(RefusalCode.SIDE_SUPPORT_NOT_RUNNING)
        : Rule.decide(
            attempt,
            List.of(a -> SideRules.actorMustProvide(a, found.get())),
            () -> decider.apply(found.get()));
  }

  private static Decision begin(Attempt attempt, BeginSideSupport command) {
    return Rule.decide(
        attempt,
        List.of(
            CaseRules::actorMustActForTheHousehold,
            a -> SideRules.mustNotRun(a, command.flow()),
            _ -> SideRules.reasonMustFit(command),
            a -> SideRules.providerMustTakePart(a, command.flow().provider()),
            a -> SideRules.providerMustCarryItOut(a, command),
            a -> SideRules.mustBeJudgedNeeded(a, command.flow())),
        () ->
            attempt.emit(header -> new SideSupportBegun(header, command.flow(), command.reason())));
  }

  private static Decision move(Attempt attempt, SideSupport side, MoveSideSupport command) {
    Optional<Gates> gate = SideRules.gateOf(attempt, side, command.stage());
    return Rule.decide(
        attempt,
        List.of(
            _ -> SideRules.stageMustBeNextOrEarlier(side, command.stage()),
            _ -> gate.flatMap(one -> one.mustBeOpen(command.exception())),
            a -> Dossiers.checkBeside(a, command.dossier())),
        () ->
            attempt.emit(
                header ->
                    new SideSupportMoved(
                        header,
                        side.flow(),
                        command.stage(),
                        gate.map(one -> one.passedFor(command.exception())).orElse(null),
                        Dossiers.outline(command.dossier()))));
  }

  private static Decision contact(Attempt attempt, SideSupport side, RecordContact command) {
    return Rule.decide(
        attempt,
        List.of(a -> Dossiers.checkBeside(a, command.dossier())),
        () ->
            attempt.emit(
                header ->
                    new ContactRecorded(
                        header,
                        side.flow(),
                        command.contact(),
                        Dossiers.outline(command.dossier()))));
  }

  /** Staying in contact (伴走) ends, or takes another rhythm, without anything on paper. */
  private static Decision end(Attempt attempt, SideSupport side, EndSideSupport command) {
    boolean free = command.ground() != null || !side.runs();
    FlowStep step = FlowStep.endOf(side.flow().kind());
    Gates gate = Gates.beside(attempt, step, side.flow().person(), free);
    return Rule.decide(
        attempt,
        List.of(
            _ -> gate.mustBeOpen(command.exception()),
            a -> Dossiers.checkBeside(a, command.dossier())),
        () ->
            attempt.emit(
                header ->
                    new SideSupportEnded(
                        header,
                        side.flow(),
                        command.ground(),
                        command.rhythm(),
                        gate.passedFor(command.exception()),
                        Dossiers.outline(command.dossier()))));
  }
}
