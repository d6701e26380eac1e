package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Refuse;

/** To whom something can be sent. */
final class Receivers {

  private static final List<Rule<Addressing>> RULES =
      List.of(
          Receivers::receiverMustBeRegistered,
          Receivers::receiverMustNotBeTheSender,
          Receivers::receiverMustNotBeExcluded,
          Receivers::receiverMustHaveAConnector);

  private static final List<Rule<Addressing>> COORDINATOR_RULES =
      List.of(
          Receivers::receiverMustBeRegistered,
          Receivers::receiverMustNotBeExcluded,
          Receivers::receiverMustHaveAConnector,
          Receivers::receiverMustBeAbleToCoordinate);

  private Receivers() {}

  private record Addressing(Attempt attempt, AgencyId sender, AgencyId receiver) {
    Optional<Agency> agency() {
      return attempt.agency(receiver);
    }
  }

  /** Whether the actor can send to this agency. */
  static Optional<Refuse> check(Attempt attempt, AgencyId receiver) {
    return check(attempt, attempt.actor(), receiver);
  }

  /** Whether something of this sender can be put before this agency. */
  static Optional<Refuse> check(Attempt attempt, AgencyId sender, AgencyId receiver) {
    return Rule.firstBroken(new Addressing(attempt, sender, receiver), RULES);
  }

  /** Whether this agency can become the coordinator of the case; the actor itself may. */
  static Optional<Refuse> checkCoordinator(Attempt attempt, AgencyId coordinator) {
    return Rule.firstBroken(
        new Addressing(attempt, attempt.actor(), coordinator), COORDINATOR_RULES);
  }

  private static Optional<Refuse> receiverMustBeRegistered(Addressing addressing) {
    return Rule.require(addressing.agency().isPresent(), RefusalCode.AGENCY_UNKNOWN);
  }

  private static Optional<Refuse> receiverMustNotBeTheSender(Addressing addressing) {
    return Rule.require(
        !addressing.receiver().equals(addressing.sender()), RefusalCode.RECEIVER_IS_SENDER);
  }

  private static Optional<Refuse> receiverMustNotBeExcluded(Addressing addressing) {
    return Rule.require(
        !Parties.isExcluded(addressing.attempt().state(), addressing.receiver()),
        RefusalCode.RECEIVER_NOT_POSSIBLE);
  }

  private static Optional<Refuse> receiverMustHaveAConnector(Addressing addressing) {
    return Rule.require(
        addressing
            .agency()
            .filter(agency -> agency.participation() == Participation.CONNECTOR)
            .isPresent(),
        RefusalCode.RECEIVER_ON_PAPER);
  }

  private static Optional<Refuse> receiverMustBeAbleToCoordinate(Addressing addressing) {
    return Rule.require(
        addressing.agency().filter(agency -> agency.work().mayCoordinate()).isPresent(),
        RefusalCode.COORDINATOR_NOT_ELIGIBLE);
  }
}
