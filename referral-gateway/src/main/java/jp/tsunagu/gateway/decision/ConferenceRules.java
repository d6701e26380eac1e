package jp.tsunagu.gateway.decision;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.AgencyRole;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.MeetingItem.ItemStage;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Refuse;

/** Rules that several steps of a meeting share. */
final class ConferenceRules {

  private ConferenceRules() {}

  static Optional<Refuse> actorMustBeTheScheduler(Attempt attempt) {
    return Rule.require(attempt.actor().equals(AgencyId.SCHEDULER), RefusalCode.ONLY_THE_SCHEDULER);
  }

  static Optional<Refuse> itemMustBeOpen(ItemAttempt attempt) {
    return Rule.require(
        attempt.item().stage() == ItemStage.OPEN, RefusalCode.MEETING_ITEM_NOT_OPEN);
  }

  /** The item stands on the published agenda of this meeting. */
  static Optional<Refuse> noticeMustStand(ItemAttempt attempt, MeetingId meeting) {
    return Rule.require(attempt.item().isAt(meeting), RefusalCode.MEETING_NOTICE_UNKNOWN);
  }

  static Optional<Refuse> meetingMustBeHeld(ItemAttempt attempt, MeetingId meeting) {
    return itemMustBeHeld(attempt)
        .or(() -> Rule.require(attempt.item().isAt(meeting), RefusalCode.MEETING_ITEM_NOT_HELD));
  }

  /** Some meeting dealt with it. */
  static Optional<Refuse> itemMustBeHeld(ItemAttempt attempt) {
    ItemStage stage = attempt.item().stage();
    return Rule.require(
        stage == ItemStage.HELD || stage == ItemStage.DECIDED, RefusalCode.MEETING_ITEM_NOT_HELD);
  }

  static Optional<Refuse> reportMustBeMissing(ItemAttempt attempt) {
    return Rule.require(
        !attempt.item().progress().reported(), RefusalCode.MEETING_REPORT_ALREADY_FILED);
  }

  /** Whoever asked, the coordinator, and the desk. */
  static Optional<Refuse> actorMustHaveAskedOrCoordinate(ItemAttempt attempt) {
    return Rule.require(
        hasAsked(attempt) || CaseRules.isCoordinator(attempt.attempt()),
        RefusalCode.ONLY_WHO_ASKED);
  }

  /** What stands for a participant on paper is recorded by whoever runs the meeting (代行入力). */
  static Optional<Refuse> whoRecordsForAnotherMustOrganise(ItemAttempt attempt, AgencyId agency) {
    return agency.equals(attempt.actor()) || Parties.organises(attempt.item(), attempt.actor())
        ? Optional.empty()
        : actorMustHaveAskedOrCoordinate(attempt);
  }

  static Optional<Refuse> actorMustHaveAsked(ItemAttempt attempt) {
    return Rule.require(hasAsked(attempt), RefusalCode.ONLY_WHO_ASKED);
  }

  private static boolean hasAsked(ItemAttempt attempt) {
    return attempt.actor().equals(attempt.item().requestedBy())
        || attempt.actor().equals(attempt.attempt().desk());
  }

  static Optional<Refuse> agenciesMustBePossible(Attempt attempt, Collection<AgencyId> agencies) {
    return CaseRules.agenciesMustBeRegistered(attempt, agencies)
        .or(() -> CaseRules.agenciesMustNotBeExcluded(attempt, agencies));
  }

  static Optional<Refuse> rolesMustBeListed(Attempt attempt, List<AgencyRole> roles) {
    return Rule.require(
        roles.stream().allMatch(role -> attempt.reason(CodeList.ROLES, role.role()).isPresent()),
        RefusalCode.ROLE_UNKNOWN);
  }

  static Optional<Refuse> leadsMustBeAboutKnownPersons(Attempt attempt, List<Lead> leads) {
    return leads.stream()
        .map(lead -> CaseRules.personMustBeKnown(attempt, lead.person()))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
