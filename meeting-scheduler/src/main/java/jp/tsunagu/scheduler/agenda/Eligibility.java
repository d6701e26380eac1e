package jp.tsunagu.scheduler.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.lifecycle.CarryReason;
import jp.tsunagu.contract.lifecycle.MeetingItem.ItemStage;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import jp.tsunagu.contract.lifecycle.SessionKind;

/**
 * Which items may be on an agenda: the rules in the order they are asked; the first objection
 * counts.
 */
final class Eligibility {

  /** A rule: empty if it has nothing against the item. */
  @FunctionalInterface
  interface Rule {
    Optional<Verdict> objection(Candidate candidate, Sitting sitting);
  }

  static final List<Rule> RULES =
      List.of(
          Eligibility::mustBeOpen,
          Eligibility::mustNotBePlacedElsewhere,
          Eligibility::mustNotBeScreenedAway,
          Eligibility::mustBeForThisConference,
          Eligibility::mustNotBeBeforeItsDay,
          Eligibility::mustComeBackAtTheLastMeetingInItsPeriod,
          Eligibility::mustBeScreened,
          Eligibility::mustBeInTime,
          Eligibility::mustFit);

  private Eligibility() {}

  static Optional<Verdict> objection(Candidate candidate, Sitting sitting) {
    for (Rule rule : RULES) {
      Optional<Verdict> objection = rule.objection(candidate, sitting);
      if (objection.isPresent()) {
        return objection;
      }
    }
    return Optional.empty();
  }

  /** Withdrawn, heard and decided items are over. */
  static Optional<Verdict> mustBeOpen(Candidate candidate, Sitting sitting) {
    return refuseUnless(candidate.item().stage() == ItemStage.OPEN, Refusal.NOT_OPEN);
  }

  /** The desk put it into another meeting. */
  static Optional<Verdict> mustNotBePlacedElsewhere(Candidate candidate, Sitting sitting) {
    HandPlacement byHand = candidate.byHand();
    return refuseUnless(
        byHand == null || sitting.has(byHand.meetingId()), Refusal.PLACED_ELSEWHERE);
  }

  /** Screening ended it, or called a 緊急会議 at once. */
  static Optional<Verdict> mustNotBeScreenedAway(Candidate candidate, Sitting sitting) {
    return switch (candidate.item().route()) {
      case ADVICE_ONLY -> refuse(Refusal.ADVICE_ONLY);
      case SETTLE_DIRECTLY -> refuse(Refusal.SETTLE_DIRECTLY);
      case EMERGENCY_CONFERENCE ->
          refuseUnless(isEmergency(sitting) || isByHand(candidate), Refusal.EMERGENCY_CONFERENCE);
      case SUPPORT_CONFERENCE, PLAN_CONFERENCE -> Optional.empty();
      case UNKNOWN -> refuse(Refusal.ROUTE_UNKNOWN);
      case null -> Optional.empty();
    };
  }

  /** Consent decides the kind (会議区分); an item that stood here and changed it goes on elsewhere. */
  static Optional<Verdict> mustBeForThisConference(Candidate candidate, Sitting sitting) {
    if (sitting.laneFor(candidate.item()).isPresent()) {
      return Optional.empty();
    }
    return sitting.holds(candidate.item())
        ? carry(CarryReason.CONFERENCE_CHANGED)
        : refuse(Refusal.ANOTHER_CONFERENCE);
  }

  /** Not before the wished day. */
  static Optional<Verdict> mustNotBeBeforeItsDay(Candidate candidate, Sitting sitting) {
    LocalDate notBefore = candidate.item().wish().notBefore();
    boolean tooEarly = notBefore != null && sitting.date().isBefore(notBefore);
    return carryIf(tooEarly && !isByHand(candidate), CarryReason.NOT_BEFORE);
  }

  /** モニタリング: the last meeting of the body on or before the last day of the period, not earlier. */
  static Optional<Verdict> mustComeBackAtTheLastMeetingInItsPeriod(
      Candidate candidate, Sitting sitting) {
    LocalDate due = candidate.item().due();
    if (due == null || isByHand(candidate) || sitting.holds(candidate.item())) {
      return Optional.empty();
    }
    boolean another =
        sitting.laneFor(candidate.item()).stream()
            .flatMap(lane -> lane.later().stream())
            .anyMatch(day -> day.isAfter(sitting.date()) && !day.isAfter(due));
    return carryIf(another, CarryReason.NOT_BEFORE);
  }

  /** Screening first, where the body asks for it. */
  static Optional<Verdict> mustBeScreened(Candidate candidate, Sitting sitting) {
    boolean asked =
        sitting.laneFor(candidate.item()).filter(one -> one.rules().screeningFirst()).isPresent()
            && candidate.item().route() == null;
    boolean exempt =
        isEmergency(sitting) || candidate.isReturn() || candidate.isPlaced() || isByHand(candidate);
    return carryIf(asked && !exempt, CarryReason.NOT_SCREENED);
  }

  /**
   * Recorded at or before closing (受付締切, 原則): exempt are 緊急, returns, what is on an agenda already,
   * and what the desk admitted or placed with a reason.
   */
  static Optional<Verdict> mustBeInTime(Candidate candidate, Sitting sitting) {
    boolean exempt =
        candidate.item().purpose() == MeetingPurpose.EMERGENCY
            || candidate.isReturn()
            || candidate.isPlaced()
            || candidate.admittedLate() != null
            || isByHand(candidate);
    return carryIf(!exempt && isLate(candidate, sitting), CarryReason.AFTER_CLOSING);
  }

  /** Longer than the whole meeting: only a 臨時 has the time. */
  static Optional<Verdict> mustFit(Candidate candidate, Sitting sitting) {
    return carryIf(
        candidate.item().wish().minutes() > sitting.capacityMinutes(), CarryReason.NO_ROOM);
  }

  private static boolean isLate(Candidate candidate, Sitting sitting) {
    Optional<Lane> lane = sitting.laneFor(candidate.item()).filter(Lane::hasClosing);
    Instant requestedAt = candidate.item().request().requestedAt();
    return lane.map(Lane::closing).filter(requestedAt::isAfter).isPresent();
  }

  private static boolean isEmergency(Sitting sitting) {
    return sitting.lanes().stream().anyMatch(lane -> lane.session() == SessionKind.EMERGENCY);
  }

  /** That it is placed in this sitting was asked before. */
  private static boolean isByHand(Candidate candidate) {
    return candidate.byHand() != null;
  }

  private static Optional<Verdict> carryIf(boolean objection, CarryReason reason) {
    return objection ? carry(reason) : Optional.empty();
  }

  private static Optional<Verdict> refuseUnless(boolean fine, Refusal reason) {
    return fine ? Optional.empty() : refuse(reason);
  }

  private static Optional<Verdict> carry(CarryReason reason) {
    return Optional.of(new Verdict.Carry(reason));
  }

  private static Optional<Verdict> refuse(Refusal reason) {
    return Optional.of(new Verdict.Refuse(reason));
  }
}
