package jp.tsunagu.gateway.web;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Consultation;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.contract.lifecycle.Stage;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.gateway.decision.Parties;
import jp.tsunagu.gateway.decision.Roll;
import jp.tsunagu.runtime.page.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * One thing that waits for the desk. Ordered by lane, then urgency, then deadline, then id.
 *
 * @param left the agency that has left, where that is why it waits
 * @param leg the leg it is about; none for a request for coordination and a case left alone
 */
record QueueEntry(
    QueueLane lane,
    Urgency urgency,
    long time,
    UUID id,
    CaseState state,
    @Nullable AgencyId left,
    @Nullable Referral leg) {

  /** What of this case waits for the desk. */
  static Stream<QueueEntry> of(CaseState state, Roll roll) {
    Stream<QueueEntry> legs =
        state.referrals().stream().flatMap(leg -> entry(state, leg, roll).stream());
    return Stream.concat(legs, ofTheCase(state, roll).stream());
  }

  private static Optional<QueueEntry> entry(CaseState state, Referral leg, Roll roll) {
    if (Parties.isStranded(leg, roll)) {
      return Optional.of(about(QueueLane.AGENCY_LEFT, state, leg.receiver(), leg));
    }
    return Parties.hasNobodyToGoOn(state, leg, roll)
        ? Optional.of(about(QueueLane.AGENCY_LEFT, state, leg.sender(), leg))
        : lane(state, leg, roll).map(lane -> about(lane, state, null, leg));
  }

  private static Optional<QueueEntry> ofTheCase(CaseState state, Roll roll) {
    return Parties.leftAlone(state, roll)
        .map(left -> about(QueueLane.AGENCY_LEFT, state, left))
        .or(() -> coordination(state, roll.desk()));
  }

  /** Where it stands in the queue. */
  Cursor place() {
    return new Cursor(Lists.QUEUE, rank(), time, id.toString());
  }

  private int rank() {
    return lane.ordinal() * Urgency.values().length + urgency.ordinal();
  }

  /** An overdue answer stands before the desk once it was escalated, never earlier. */
  private static Optional<QueueLane> lane(CaseState state, Referral leg, Roll roll) {
    if (ReferralView.isEscalated(leg)) {
      return Optional.of(QueueLane.ESCALATED);
    }
    if (leg.stage() instanceof Stage.Submitted) {
      return Optional.of(QueueLane.TRIAGE);
    }
    if (Parties.comesBackToTheDesk(state, leg, roll)) {
      return Optional.of(QueueLane.CAME_BACK);
    }
    boolean late = ReferralView.isDueSoon(leg) || ReferralView.isOverdue(leg);
    return late && leg.receiver().equals(roll.desk())
        ? Optional.of(QueueLane.DUE_SOON)
        : Optional.empty();
  }

  private static QueueEntry about(
      QueueLane lane, CaseState state, @Nullable AgencyId left, Referral leg) {
    ResponseClock clock = leg.progress().clock();
    Instant until = clock == null ? leg.progress().sentAt() : clock.respondBy();
    return new QueueEntry(
        lane, leg.urgency(), until.toEpochMilli(), leg.referralId().value(), state, left, leg);
  }

  private static Optional<QueueEntry> coordination(CaseState state, AgencyId desk) {
    return state.coordination() instanceof Coordination.Requested requested
            && requested.coordinator().equals(desk)
        ? Optional.of(about(QueueLane.COORDINATION, state, null))
        : Optional.empty();
  }

  private static QueueEntry about(QueueLane lane, CaseState state, @Nullable AgencyId left) {
    Consultation consultation = state.consultation();
    Urgency urgency = consultation == null ? Urgency.NORMAL : consultation.reception().urgency();
    long since = consultation == null ? 0 : consultation.receivedAt().toEpochMilli();
    return new QueueEntry(lane, urgency, since, state.caseId().value(), state, left, null);
  }
}
