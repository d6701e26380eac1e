package jp.tsunagu.contract.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a referral got.
 *
 * @param awaitingDossier the receiver asked for a dossier it can open and has not got it yet
 * @param questionOpen an 照会 waits for its 回答
 * @param withdrawalRequested the sender asked to end it and the receiver has not confirmed yet
 * @param clock the running response clock; none once answered
 * @param lastTold what of the clock was told last; kept after the answer, so that whoever was told
 *     of a delay learns how it ended
 * @param sentAt when it was last put before its receiver
 * @param changedAt when something last happened to it
 */
public record Progress(
    Stage stage,
    boolean awaitingDossier,
    boolean questionOpen,
    boolean withdrawalRequested,
    @Nullable ResponseClock clock,
    @Nullable TimerKind lastTold,
    Instant sentAt,
    Instant changedAt) {

  static Progress asked(Stage stage, ResponseClock clock, Instant when) {
    return new Progress(stage, false, false, false, clock, null, when, when);
  }

  /** The same clock goes on. */
  Progress moved(Stage next, Instant when) {
    return new Progress(
        next, awaitingDossier, questionOpen, withdrawalRequested, clock, lastTold, sentAt, when);
  }

  /** It reached the receiver; a sheet keeps waiting for its addressee at the desk. */
  Progress arrived(Instant when) {
    return moved(
        stage instanceof Stage.Submitted sheet
            ? new Stage.Submitted(true, sheet.opened())
            : new Stage.Arrived(),
        when);
  }

  /** The receiver opened it; a sheet keeps waiting for its addressee at the desk. */
  Progress opened(Instant when) {
    return moved(
        stage instanceof Stage.Submitted sheet
            ? new Stage.Submitted(sheet.arrived(), true)
            : new Stage.Opened(),
        when);
  }

  /** Answered: no clock runs any more. */
  Progress answered(Stage next, Instant when) {
    boolean stillHeld = next instanceof Stage.Held;
    return new Progress(
        next,
        awaitingDossier && stillHeld,
        questionOpen && stillHeld,
        withdrawalRequested && stillHeld,
        null,
        lastTold,
        sentAt,
        when);
  }

  Progress withQuestion(boolean open, Instant when) {
    return new Progress(
        stage, awaitingDossier, open, withdrawalRequested, clock, lastTold, sentAt, when);
  }

  Progress withAwaitingDossier(boolean awaiting, Instant when) {
    return new Progress(
        stage, awaiting, questionOpen, withdrawalRequested, clock, lastTold, sentAt, when);
  }

  Progress withWithdrawalRequested(Instant when) {
    return new Progress(stage, awaitingDossier, questionOpen, true, clock, lastTold, sentAt, when);
  }

  Progress told(TimerKind timer, Instant when) {
    return new Progress(
        stage, awaitingDossier, questionOpen, withdrawalRequested, clock, timer, sentAt, when);
  }
}
