package jp.tsunagu.gateway.decision;

import java.util.Optional;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CompletionOutcome;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Stage;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Refuse;
import org.jspecify.annotations.Nullable;

/** Rules about one leg of a referral: who may act on it, and at which stage. */
final class LegRules {

  private LegRules() {}

  static Optional<Refuse> actorMustBeTheReceiver(LegAttempt attempt) {
    return Rule.require(attempt.actorIsReceiver(), RefusalCode.NOT_THE_RECEIVER);
  }

  static Optional<Refuse> actorMustBeTheSender(LegAttempt attempt) {
    return Rule.require(attempt.actorIsSender(), RefusalCode.NOT_THE_SENDER);
  }

  static Optional<Refuse> actorMustBeTheDesk(LegAttempt attempt) {
    return Rule.require(
        attempt.actor().equals(attempt.attempt().desk()), RefusalCode.ONLY_THE_DESK);
  }

  /** A sheet without addressee, or a leg whose receiver has left (名簿から外れた). */
  static Optional<Refuse> mustAwaitTriage(LegAttempt attempt) {
    return switch (attempt.stage()) {
      case Stage.Submitted _ -> Optional.empty();
      case Stage.Unanswered _, Stage.Held _ ->
          receiverHasLeft(attempt) ? Optional.empty() : refuse(RefusalCode.ALREADY_TRIAGED);
      case Stage.Closed _ -> refuse(RefusalCode.ALREADY_CLOSED);
    };
  }

  /** A sheet arrives at the desk before it has an addressee. */
  static Optional<Refuse> mustNotHaveArrived(LegAttempt attempt) {
    return Rule.require(attempt.leg().waitsToArrive(), RefusalCode.ALREADY_ARRIVED);
  }

  /** The desk opens a sheet before it has an addressee. */
  static Optional<Refuse> mustNotBeOpened(LegAttempt attempt) {
    return switch (attempt.stage()) {
      case Stage.Submitted sheet -> Rule.require(!sheet.opened(), RefusalCode.ALREADY_OPENED);
      case Stage.Sent _, Stage.Arrived _ -> Optional.empty();
      case Stage.Opened _, Stage.Held _ -> refuse(RefusalCode.ALREADY_OPENED);
      case Stage.Closed _ -> refuse(RefusalCode.ALREADY_CLOSED);
    };
  }

  /** Exactly one answer: whoever comes second is told so. */
  static Optional<Refuse> mustBeUnanswered(LegAttempt attempt) {
    return switch (attempt.stage()) {
      case Stage.Submitted _ -> refuse(RefusalCode.AWAITING_TRIAGE);
      case Stage.Unanswered _ -> Optional.empty();
      case Stage.Held _, Stage.Completed _, Stage.Declined _, Stage.Forwarded _, Stage.SentBack _ ->
          refuse(RefusalCode.ALREADY_ANSWERED);
      case Stage.Withdrawn _ -> refuse(RefusalCode.ALREADY_CLOSED);
    };
  }

  static Optional<Refuse> mustBeHeld(LegAttempt attempt) {
    return switch (attempt.stage()) {
      case Stage.Submitted _ -> refuse(RefusalCode.AWAITING_TRIAGE);
      case Stage.Unanswered _ -> refuse(RefusalCode.NOT_ACCEPTED);
      case Stage.Held _ -> Optional.empty();
      case Stage.Closed _ -> refuse(RefusalCode.ALREADY_CLOSED);
    };
  }

  /** Advice (助言) may be given at once: the answer is the acceptance and the end in one. */
  static Optional<Refuse> mustBeHeldOrAskAdvice(LegAttempt attempt, CompletionOutcome outcome) {
    return givesAdviceAtOnce(attempt, outcome) ? Optional.empty() : mustBeHeld(attempt);
  }

  static boolean givesAdviceAtOnce(LegAttempt attempt, CompletionOutcome outcome) {
    return attempt.stage() instanceof Stage.Unanswered
        && attempt.leg().mode() == ReferralMode.ADVICE
        && outcome == CompletionOutcome.ANSWERED;
  }

  static Optional<Refuse> mustBeOpen(LegAttempt attempt) {
    return Rule.require(attempt.leg().isOpen(), RefusalCode.ALREADY_CLOSED);
  }

  static Optional<Refuse> firstContactMustBeNew(LegAttempt attempt) {
    return Rule.require(
        !(attempt.stage() instanceof Stage.InContact), RefusalCode.FIRST_CONTACT_ALREADY_MADE);
  }

  static Optional<Refuse> noQuestionMustBeOpen(LegAttempt attempt) {
    return Rule.require(!attempt.progress().questionOpen(), RefusalCode.QUESTION_ALREADY_OPEN);
  }

  static Optional<Refuse> questionMustBeOpen(LegAttempt attempt) {
    return Rule.require(attempt.progress().questionOpen(), RefusalCode.NO_OPEN_QUESTION);
  }

  private static boolean receiverHasLeft(LegAttempt attempt) {
    return attempt.attempt().roll().hasLeft(attempt.leg().receiver());
  }

  /**
   * Before acceptance the sender withdraws alone; afterwards the receiver must agree, unless it has
   * left.
   */
  static Optional<Refuse> mustBeWithdrawable(LegAttempt attempt) {
    return switch (attempt.stage()) {
      case Stage.Submitted _, Stage.Unanswered _ -> Optional.empty();
      case Stage.Held _ ->
          receiverHasLeft(attempt)
              ? Optional.empty()
              : refuse(RefusalCode.WITHDRAWAL_NEEDS_CONFIRMATION);
      case Stage.Declined _, Stage.Forwarded _, Stage.SentBack _ ->
          refuse(RefusalCode.ALREADY_ANSWERED);
      case Stage.Completed _, Stage.Withdrawn _ -> refuse(RefusalCode.ALREADY_CLOSED);
    };
  }

  static Optional<Refuse> withdrawalMustBeNew(LegAttempt attempt) {
    return Rule.require(
        !attempt.progress().withdrawalRequested(), RefusalCode.WITHDRAWAL_ALREADY_REQUESTED);
  }

  static Optional<Refuse> withdrawalMustBeRequested(LegAttempt attempt) {
    return Rule.require(
        attempt.progress().withdrawalRequested(), RefusalCode.NO_WITHDRAWAL_REQUESTED);
  }

  static Optional<Refuse> mustBeClosed(LegAttempt attempt) {
    return Rule.require(!attempt.leg().isOpen(), RefusalCode.NOT_CLOSED);
  }

  static Optional<Refuse> mustNotGoOnElsewhere(LegAttempt attempt) {
    boolean elsewhere =
        attempt.isContinued()
            || attempt.stage() instanceof Stage.Forwarded
            || attempt.stage() instanceof Stage.SentBack;
    return Rule.require(!elsewhere, RefusalCode.CONTINUED_ELSEWHERE);
  }

  /** The sender asks anew; the receiver resumes only what it had completed itself. */
  static Optional<Refuse> actorMustBeAbleToReopen(LegAttempt attempt) {
    if (attempt.actorIsSender()
        || (attempt.actorIsReceiver() && attempt.stage() instanceof Stage.Completed)) {
      return Optional.empty();
    }
    return refuse(RefusalCode.NOT_THE_SENDER);
  }

  static Optional<Refuse> reasonMustBeListed(Optional<Reason> reason) {
    return Rule.require(reason.isPresent(), RefusalCode.REASON_UNKNOWN);
  }

  /** Some reasons say nothing without a text for the sender. */
  static Optional<Refuse> noteMustComeWithTheReason(
      Optional<Reason> reason, @Nullable SealedDossier note, AgencyId reader) {
    boolean required = reason.filter(Reason::noteRequired).isPresent();
    return Rule.require(!required || hasNoteFor(note, reader), RefusalCode.NOTE_MISSING);
  }

  private static boolean hasNoteFor(@Nullable SealedDossier dossier, AgencyId reader) {
    return dossier != null
        && dossier.parts().stream()
            .anyMatch(part -> part.kind() == PartKind.NOTE && part.recipients().contains(reader));
  }

  private static Optional<Refuse> refuse(RefusalCode code) {
    return Optional.of(Refuse.because(code));
  }
}
