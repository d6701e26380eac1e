package jp.tsunagu.gateway.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConferenceCommand;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AppointMember;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.Stage;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Refuse;
import org.jspecify.annotations.Nullable;

/** Rules about a case as a whole. */
final class CaseRules {

  /** Clocks of agencies may be ahead of ours by so much; a choice of this project. */
  static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  private CaseRules() {}

  /** The scheduler is no agency: it speaks about meetings and who comes to them. */
  static Optional<Refuse> actorMustBeRegistered(Attempt attempt, CaseCommand command) {
    boolean scheduler =
        attempt.actor().equals(AgencyId.SCHEDULER)
            && (command instanceof ConferenceCommand || command instanceof AppointMember);
    return Rule.require(
        scheduler || attempt.isRegistered(attempt.actor()), RefusalCode.AGENCY_UNKNOWN);
  }

  static Optional<Refuse> representedMustBeRegistered(Attempt attempt) {
    AgencyId onBehalfOf = attempt.header().onBehalfOf();
    return Rule.require(
        onBehalfOf == null || attempt.isRegistered(onBehalfOf), RefusalCode.AGENCY_UNKNOWN);
  }

  static Optional<Refuse> mustNotHappenInTheFuture(Attempt attempt) {
    Instant latest = attempt.now().plus(CLOCK_TOLERANCE);
    Instant phonedAt = attempt.header().phonedAt();
    boolean future =
        attempt.header().occurredAt().isAfter(latest)
            || (phonedAt != null && phonedAt.isAfter(latest));
    return Rule.require(!future, RefusalCode.COMMAND_FROM_THE_FUTURE);
  }

  static Optional<Refuse> actorMustTakePart(Attempt attempt) {
    boolean takesPart =
        attempt.state().consultation() != null
            && Parties.takesPart(attempt.state(), attempt.actor(), attempt.roll());
    return Rule.require(takesPart, RefusalCode.CASE_UNKNOWN);
  }

  static Optional<Refuse> caseMustBeNew(Attempt attempt) {
    return Rule.require(attempt.state().consultation() == null, RefusalCode.CASE_ALREADY_RECEIVED);
  }

  /** Whoever was only asked, or whose part has ended, begins nothing in the case. */
  static Optional<Refuse> actorMustActForTheHousehold(Attempt attempt) {
    AgencyId actor = attempt.actor();
    if (Parties.actsForTheHousehold(attempt.state(), actor) || actor.equals(attempt.desk())) {
      return Optional.empty();
    }
    boolean asked =
        attempt.state().referrals().stream()
            .anyMatch(
                leg -> leg.receiver().equals(actor) && leg.stage() instanceof Stage.Unanswered);
    return Optional.of(
        Refuse.because(asked ? RefusalCode.NOT_ACCEPTED : RefusalCode.ALREADY_CLOSED));
  }

  static Optional<Refuse> actorMustSupportTheHousehold(Attempt attempt) {
    return Rule.require(
        Parties.supporters(attempt.state()).contains(attempt.actor()),
        RefusalCode.NOT_THE_RECEIVING_AGENCY);
  }

  static Optional<Refuse> actorMustBeTheReceivingAgency(Attempt attempt) {
    return Rule.require(
        isReceivingAgency(attempt) || standsIn(attempt, Parties.receivedBy(attempt.state())),
        RefusalCode.NOT_THE_RECEIVING_AGENCY);
  }

  static Optional<Refuse> actorMustBeTheReceivingAgencyOrCoordinate(Attempt attempt) {
    return Rule.require(
        isReceivingAgency(attempt) || isCoordinator(attempt), RefusalCode.NOT_THE_RECEIVING_AGENCY);
  }

  static Optional<Refuse> actorMustBeTheCoordinator(Attempt attempt) {
    boolean coordinated = !(attempt.state().coordination() instanceof Coordination.None);
    return Rule.require(
        !coordinated
            || isLastCoordinator(attempt)
            || standsIn(attempt, Parties.coordinator(attempt.state())),
        RefusalCode.ONLY_THE_COORDINATOR);
  }

  static Optional<Refuse> personMustBeKnown(Attempt attempt, @Nullable PersonRef person) {
    return person == null || attempt.state().names(person)
        ? Optional.empty()
        : Optional.of(Refuse.about(RefusalCode.PERSON_UNKNOWN, Set.of(person)));
  }

  static Optional<Refuse> personsMustBeKnown(Attempt attempt, Collection<PersonRef> persons) {
    Set<PersonRef> unknown =
        persons.stream()
            .filter(person -> !attempt.state().names(person))
            .collect(Collectors.toUnmodifiableSet());
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(Refuse.about(RefusalCode.PERSON_UNKNOWN, unknown));
  }

  static Optional<Refuse> agenciesMustBeRegistered(Attempt attempt, Collection<AgencyId> agencies) {
    return Rule.require(
        agencies.stream().allMatch(attempt::isRegistered), RefusalCode.AGENCY_UNKNOWN);
  }

  static Optional<Refuse> agenciesMustNotBeExcluded(
      Attempt attempt, Collection<AgencyId> agencies) {
    return Rule.require(
        agencies.stream().noneMatch(agency -> Parties.isExcluded(attempt.state(), agency)),
        RefusalCode.RECEIVER_NOT_POSSIBLE);
  }

  static Optional<Refuse> referralMustBeNew(Attempt attempt, ReferralId id) {
    return Rule.require(
        attempt.state().referral(id).isEmpty(), RefusalCode.REFERRAL_ALREADY_EXISTS);
  }

  static Optional<Refuse> protectionMustNameAgencies(
      Attempt attempt, @Nullable Protection protection) {
    return protection == null
        ? Optional.empty()
        : agenciesMustBeRegistered(attempt, protection.named())
            .or(() -> agenciesMustBeRegistered(attempt, protection.excluded()));
  }

  /** The agencies in charge cannot be kept out; whoever excludes them would close the case. */
  static Optional<Refuse> protectionMustNotExcludeThoseInCharge(
      Attempt attempt, @Nullable Protection protection) {
    if (protection == null) {
      return Optional.empty();
    }
    CaseState state = attempt.state();
    boolean inCharge =
        protection.excluded().contains(attempt.actor())
            || Parties.receivedBy(state).filter(protection.excluded()::contains).isPresent()
            || Parties.coordinator(state).filter(protection.excluded()::contains).isPresent();
    return Rule.require(!inCharge, RefusalCode.EXCLUSION_NOT_POSSIBLE);
  }

  /** The desk acts in the place of an agency that has left. */
  private static boolean standsIn(Attempt attempt, Optional<AgencyId> agency) {
    return attempt.actor().equals(attempt.desk())
        && agency.filter(attempt.roll()::hasLeft).isPresent();
  }

  private static boolean isReceivingAgency(Attempt attempt) {
    return Parties.receivedBy(attempt.state()).filter(attempt.actor()::equals).isPresent();
  }

  static boolean isCoordinator(Attempt attempt) {
    return Parties.coordinator(attempt.state()).filter(attempt.actor()::equals).isPresent();
  }

  private static boolean isLastCoordinator(Attempt attempt) {
    return attempt.state().coordination() instanceof Coordination.Closed closed
        ? closed.coordinator().equals(attempt.actor())
        : isCoordinator(attempt);
  }
}
