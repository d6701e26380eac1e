package jp.tsunagu.gateway.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.AgencyRole;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.DecideItem;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.ItemDecided;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MonitoringPeriodSet;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.ResourceGapRecorded;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationClosed;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.SupportDecided;
import jp.tsunagu.contract.lifecycle.FlowException;
import jp.tsunagu.contract.lifecycle.FlowRequirement;
import jp.tsunagu.contract.lifecycle.FlowStep;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.MeetingItem.ItemStage;
import jp.tsunagu.contract.lifecycle.MonitoringPeriod;
import jp.tsunagu.contract.lifecycle.PassedGate;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Attempt.EventMaker;
import jp.tsunagu.gateway.decision.Decision.Refuse;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a meeting's decision about an item brings about: 支援決定, モニタリング期間, 不足した社会資源, 終結, and
 * the release of members left without a role.
 */
final class OutcomeDecider {

  private OutcomeDecider() {}

  static Decision decide(ItemAttempt attempt, DecideItem command) {
    Attempt whole = attempt.attempt();
    return attempt.decide(
        List.of(
            OutcomeDecider::mustNotBeDecided,
            a -> ConferenceRules.meetingMustBeHeld(a, command.meetingId()),
            a -> outcomeMustFitTheConference(a, command),
            _ -> ConferenceRules.agenciesMustBePossible(whole, agenciesOf(command)),
            _ -> ConferenceRules.leadsMustBeAboutKnownPersons(whole, command.agreed().leads()),
            a -> leadMustStayAlongside(a, command),
            _ -> ConferenceRules.rolesMustBeListed(whole, command.agreed().roles()),
            _ -> resourcesMustBeListed(whole, command),
            _ -> periodMustEndAfterItBegins(command)),
        () ->
            whole.emit(
                effects(attempt, command),
                after -> ConferenceKinds.changes(after, whole.desk(), whole.today())));
  }

  private static Optional<Refuse> mustNotBeDecided(ItemAttempt attempt) {
    return Rule.require(
        attempt.item().stage() != ItemStage.DECIDED, RefusalCode.MEETING_ITEM_ALREADY_DECIDED);
  }

  /** Plans and the end of 多機関協働 are matters of a 重層的支援会議. */
  private static Optional<Refuse> outcomeMustFitTheConference(
      ItemAttempt attempt, DecideItem command) {
    boolean needsPlanConference =
        switch (command.outcome()) {
          case PLAN_CONFIRMED, NEW_PLAN, COORDINATION_ENDS -> true;
          case SUPPORT_POLICY_SET, CONTINUED, SHARED, UNKNOWN -> false;
        };
    return Rule.require(
        !needsPlanConference
            || attempt.kindOf(command.meetingId()) == ConferenceKind.PLAN_CONFERENCE
            || attempt.item().conference() == ConferenceKind.PLAN_CONFERENCE,
        RefusalCode.OUTCOME_NOT_POSSIBLE);
  }

  private static Set<AgencyId> agenciesOf(DecideItem command) {
    Set<AgencyId> agencies = new HashSet<>();
    command.agreed().roles().stream().map(AgencyRole::agency).forEach(agencies::add);
    command.agreed().leads().stream().map(Lead::agency).forEach(agencies::add);
    return agencies;
  }

  private static Optional<Refuse> leadMustStayAlongside(ItemAttempt attempt, DecideItem command) {
    return Rule.require(
        !endsCoordination(attempt, command) || !command.agreed().leads().isEmpty(),
        RefusalCode.LEAD_MISSING);
  }

  private static boolean endsCoordination(ItemAttempt attempt, DecideItem command) {
    return command.outcome() == ItemOutcome.COORDINATION_ENDS && isOpen(attempt);
  }

  private static boolean isOpen(ItemAttempt attempt) {
    return attempt.state().coordination() instanceof Coordination.Open;
  }

  private static Optional<Refuse> resourcesMustBeListed(Attempt attempt, DecideItem command) {
    return Rule.require(
        command.missingResources().stream()
            .allMatch(code -> attempt.reason(CodeList.MISSING_RESOURCES, code).isPresent()),
        RefusalCode.RESOURCE_UNKNOWN);
  }

  private static Optional<Refuse> periodMustEndAfterItBegins(DecideItem command) {
    MonitoringPeriod period = command.monitoring();
    return Rule.require(
        period == null || period.until().isAfter(period.from()),
        RefusalCode.MONITORING_PERIOD_WRONG);
  }

  /** Members left without a role leave first: they learn nothing of what follows. */
  private static List<EventMaker> effects(ItemAttempt attempt, DecideItem command) {
    Set<AgencyId> released = Releases.after(attempt, command, agenciesOf(command));
    List<EventMaker> makers = new ArrayList<>();
    makers.add(
        header ->
            new ItemDecided(
                header,
                command.requestId(),
                command.meetingId(),
                command.outcome(),
                command.agreed()));
    makers.addAll(Releases.events(attempt.state(), released));
    supportDecided(attempt, command).ifPresent(makers::add);
    monitoring(attempt, command, released).ifPresent(makers::add);
    for (String resource : command.missingResources()) {
      makers.add(header -> new ResourceGapRecorded(header, command.requestId(), resource));
    }
    if (endsCoordination(attempt, command)) {
      PassedGate passed = passed(attempt, FlowStep.CLOSING);
      makers.add(
          header -> new CoordinationClosed(header, command.agreed().leads(), null, passed, null));
    }
    return makers;
  }

  private static Optional<EventMaker> supportDecided(ItemAttempt attempt, DecideItem command) {
    boolean confirmed =
        switch (command.outcome()) {
          case PLAN_CONFIRMED, NEW_PLAN -> true;
          case SUPPORT_POLICY_SET, CONTINUED, COORDINATION_ENDS, SHARED, UNKNOWN -> false;
        };
    PassedGate passed = passed(attempt, FlowStep.SUPPORT_DECISION);
    return confirmed && isOpen(attempt)
        ? Optional.of(header -> new SupportDecided(header, passed, null))
        : Optional.empty();
  }

  /** The agencies at the table decide; what is not on paper yet stays visible as an exception. */
  private static @Nullable PassedGate passed(ItemAttempt attempt, FlowStep step) {
    return new Gates(attempt.attempt(), step, null, Set.of(FlowRequirement.ITEM_DECIDED))
        .passedFor(FlowException.AT_THE_TABLE);
  }

  /** Whoever left does not come back with the case. */
  private static Optional<EventMaker> monitoring(
      ItemAttempt attempt, DecideItem command, Set<AgencyId> released) {
    MonitoringPeriod period = command.monitoring();
    if (period == null) {
      return Optional.empty();
    }
    Set<AgencyId> involved = new HashSet<>(attempt.item().request().involved());
    involved.removeAll(released);
    return Optional.of(
        header ->
            new MonitoringPeriodSet(
                header, command.requestId(), period, command.requestId().returning(), involved));
  }
}
