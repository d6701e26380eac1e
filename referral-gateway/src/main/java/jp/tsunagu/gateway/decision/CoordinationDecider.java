package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AcceptCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AppointMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ChangeCoordinator;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.CloseCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.DecideScreening;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.DecideSupport;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.HandBackCase;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RecordForm;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ReleaseMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ReportResult;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RequestCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationAccepted;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationClosed;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationRequested;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinatorChanged;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.ResultReported;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.ScreeningDecided;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.SupportDecided;
import jp.tsunagu.contract.lifecycle.FlowStep;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Refuse;

/** Decides about 多機関協働: 調整依頼, スクリーニング, 支援決定, 終結, 交替, 結果報告. */
final class CoordinationDecider {

  private CoordinationDecider() {}

  static Decision decide(Attempt attempt, CoordinationCommand command) {
    return command instanceof AppointMember appoint && attempt.actor().equals(AgencyId.SCHEDULER)
        ? MemberDecider.appointForAMeeting(attempt, appoint)
        : byAParty(attempt, command);
  }

  private static Decision byAParty(Attempt attempt, CoordinationCommand command) {
    return Rule.decide(
        attempt, List.of(CaseRules::actorMustTakePart), () -> byCommand(attempt, command));
  }

  private static Decision byCommand(Attempt attempt, CoordinationCommand command) {
    return switch (command) {
      case RequestCoordination request -> request(attempt, request);
      case AcceptCoordination _ -> accept(attempt);
      case DecideScreening screening -> screen(attempt, screening);
      case DecideSupport decide -> decideSupport(attempt, decide);
      case HandBackCase handBack -> HandBackDecider.handBack(attempt, handBack);
      case CloseCoordination close -> close(attempt, close);
      case ChangeCoordinator change -> change(attempt, change);
      case ReportResult report -> report(attempt, report);
      case AppointMember appoint -> MemberDecider.appoint(attempt, appoint);
      case ReleaseMember release -> MemberDecider.release(attempt, release);
      case RecordForm form -> FormDecider.record(attempt, form);
    };
  }

  private static Decision request(Attempt attempt, RequestCoordination command) {
    return Rule.decide(
        attempt,
        List.of(
            CaseRules::actorMustActForTheHousehold,
            CoordinationDecider::mustNotBeRunning,
            a -> Receivers.checkCoordinator(a, command.coordinator()),
            a -> Dossiers.checkForCoordination(a, command.dossier(), command.coordinator())),
        () ->
            attempt.emit(
                header ->
                    new CoordinationRequested(
                        header,
                        attempt.actor(),
                        command.coordinator(),
                        attempt.state().coordination() instanceof Coordination.Closed,
                        Dossiers.outline(command.dossier()))));
  }

  private static Decision accept(Attempt attempt) {
    return Rule.decide(
        attempt,
        List.of(
            CaseRules::actorMustBeTheCoordinator,
            CoordinationDecider::mustBeRequested,
            CoordinationDecider::mustNotBeOpen),
        () -> attempt.emit(CoordinationAccepted::new));
  }

  private static Decision screen(Attempt attempt, DecideScreening command) {
    return Rule.decide(
        attempt,
        List.of(
            CoordinationDecider::actorMustScreen,
            CoordinationDecider::somethingMustWait,
            a -> reasonMustBeListed(a, command.reason())),
        () ->
            attempt.emit(
                header -> new ScreeningDecided(header, command.route(), command.reason())));
  }

  /**
   * The coordinator screens a request for coordination; items of a meeting also the desk, or a
   * party that could coordinate (地域福祉コーディネーター).
   */
  private static Optional<Refuse> actorMustScreen(Attempt attempt) {
    boolean couldCoordinate =
        attempt.actor().equals(attempt.desk())
            || CaseRules.isCoordinator(attempt)
            || attempt
                .agency(attempt.actor())
                .filter(agency -> agency.work().mayCoordinate())
                .isPresent();
    return itemsWait(attempt)
        ? Rule.require(couldCoordinate, RefusalCode.ONLY_THE_COORDINATOR)
        : CaseRules.actorMustBeTheCoordinator(attempt);
  }

  private static Optional<Refuse> somethingMustWait(Attempt attempt) {
    return itemsWait(attempt) ? Optional.empty() : mustBeRequested(attempt);
  }

  private static boolean itemsWait(Attempt attempt) {
    return attempt.state().meetings().stream().anyMatch(MeetingItem::waitsForScreening);
  }

  /** Possible again: a new plan (再プラン) is decided anew. */
  private static Decision decideSupport(Attempt attempt, DecideSupport command) {
    Gates gate = Gates.before(attempt, FlowStep.SUPPORT_DECISION);
    return Rule.decide(
        attempt,
        List.of(
            CaseRules::actorMustBeTheCoordinator,
            CoordinationDecider::mustBeOpen,
            _ -> gate.mustBeOpen(command.exception()),
            a -> Dossiers.checkBeside(a, command.dossier())),
        () ->
            attempt.emit(
                header ->
                    new SupportDecided(
                        header,
                        gate.passedFor(command.exception()),
                        Dossiers.outline(command.dossier()))));
  }

  private static Decision close(Attempt attempt, CloseCoordination command) {
    List<AgencyId> agencies = command.leads().stream().map(Lead::agency).toList();
    Gates gate = Gates.closing(attempt, command.ground());
    return Rule.decide(
        attempt,
        List.of(
            CaseRules::actorMustBeTheCoordinator,
            CoordinationDecider::mustBeOpen,
            _ -> Rule.require(!command.leads().isEmpty(), RefusalCode.LEAD_MISSING),
            a -> ConferenceRules.leadsMustBeAboutKnownPersons(a, command.leads()),
            a -> CaseRules.agenciesMustBeRegistered(a, agencies),
            a -> CaseRules.agenciesMustNotBeExcluded(a, agencies),
            _ -> gate.mustBeOpen(command.exception()),
            a -> Dossiers.checkBeside(a, command.dossier())),
        () ->
            attempt.emit(
                header ->
                    new CoordinationClosed(
                        header,
                        command.leads(),
                        command.ground(),
                        gate.passedFor(command.exception()),
                        Dossiers.outline(command.dossier()))));
  }

  private static Decision change(Attempt attempt, ChangeCoordinator command) {
    return Rule.decide(
        attempt,
        List.of(
            CaseRules::actorMustBeTheCoordinator,
            CoordinationDecider::mustBeOpen,
            a -> coordinatorMustBeAnother(a, command.coordinator()),
            a -> Receivers.checkCoordinator(a, command.coordinator())),
        () ->
            attempt.emit(
                header -> new CoordinatorChanged(header, before(attempt), command.coordinator())));
  }

  private static Optional<Refuse> coordinatorMustBeAnother(Attempt attempt, AgencyId next) {
    return Rule.require(!next.equals(before(attempt)), RefusalCode.RECEIVER_IS_SENDER);
  }

  /** Who coordinates until now: the actor, or an agency that has left. */
  private static AgencyId before(Attempt attempt) {
    return Parties.coordinator(attempt.state()).orElse(attempt.actor());
  }

  private static Decision report(Attempt attempt, ReportResult command) {
    Gates gate = Gates.before(attempt, FlowStep.RESULT_REPORT);
    return Rule.decide(
        attempt,
        List.of(
            CaseRules::actorMustActForTheHousehold,
            CoordinationDecider::mustHaveBeenRequested,
            a -> CaseRules.personMustBeKnown(a, command.person()),
            _ -> gate.mustBeOpen(command.exception()),
            a -> Dossiers.checkBeside(a, command.dossier())),
        () ->
            attempt.emit(
                header ->
                    new ResultReported(
                        header,
                        command.person(),
                        gate.passedFor(command.exception()),
                        Dossiers.outline(command.dossier()))));
  }

  private static Optional<Refuse> mustNotBeRunning(Attempt attempt) {
    return Rule.require(
        Parties.coordinator(attempt.state()).filter(c -> !isAskedAndLeft(attempt, c)).isEmpty(),
        RefusalCode.COORDINATION_ALREADY_RUNNING);
  }

  /** Whoever was asked and has left before accepting: somebody else can be asked. */
  private static boolean isAskedAndLeft(Attempt attempt, AgencyId coordinator) {
    return attempt.state().coordination() instanceof Coordination.Requested
        && attempt.roll().hasLeft(coordinator);
  }

  private static Optional<Refuse> mustBeRequested(Attempt attempt) {
    return Rule.require(
        Parties.coordinator(attempt.state()).isPresent(), RefusalCode.COORDINATION_NOT_REQUESTED);
  }

  private static Optional<Refuse> mustHaveBeenRequested(Attempt attempt) {
    return Rule.require(
        Parties.requester(attempt.state()).isPresent(), RefusalCode.COORDINATION_NOT_REQUESTED);
  }

  private static Optional<Refuse> mustNotBeOpen(Attempt attempt) {
    return Rule.require(
        !(attempt.state().coordination() instanceof Coordination.Open),
        RefusalCode.COORDINATION_ALREADY_RUNNING);
  }

  static Optional<Refuse> mustBeOpen(Attempt attempt) {
    return Rule.require(
        attempt.state().coordination() instanceof Coordination.Open,
        RefusalCode.COORDINATION_NOT_OPEN);
  }

  private static Optional<Refuse> reasonMustBeListed(Attempt attempt, String code) {
    return LegRules.reasonMustBeListed(attempt.reason(CodeList.SCREENING_REASONS, code));
  }
}
