package jp.tsunagu.connector.view;

import java.time.Instant;
import java.util.Set;
import jp.tsunagu.connector.record.CommandOutcome;
import jp.tsunagu.connector.record.CommandState;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.CommandId;
import org.jspecify.annotations.Nullable;

/**
 * How far a command got.
 *
 * @param caseNumber what people call the case (案件番号); none where the network has not told it
 * @param state {@code pending}, {@code accepted}, {@code refused} or {@code unreadable}
 * @param label in Japanese, finer than {@code state}
 * @param resealedAs the command under which it went on with a new key
 */
public record OutcomeView(
    CommandId commandId,
    CaseId caseId,
    @Nullable CaseNumber caseNumber,
    String kind,
    String state,
    String label,
    Instant submittedAt,
    @Nullable Long firstSequence,
    @Nullable Long lastSequence,
    @Nullable RefusedView refusal,
    @Nullable Set<AgencyId> waitingFor,
    @Nullable CommandId resealedAs,
    @Nullable String reason) {

  /** Whether the network has answered. */
  public boolean decided() {
    return !state.equals("pending");
  }

  /** The view of an outcome. */
  public static OutcomeView of(CommandOutcome outcome) {
    return switch (outcome.state()) {
      case CommandState.Stored _ -> pending(outcome, null, null);
      case CommandState.Sent _ -> pending(outcome, null, null);
      case CommandState.Held(var waitingFor) -> pending(outcome, waitingFor, null);
      case CommandState.Resealed(var next) -> pending(outcome, null, next);
      case CommandState.Accepted(long first, long last) ->
          view(outcome, "accepted", first, last, null, null, null, null);
      case CommandState.Refused(var code, var persons, var steps) ->
          view(
              outcome,
              "refused",
              null,
              null,
              RefusedView.of(outcome.commandId(), code, persons, steps),
              null,
              null,
              null);
      case CommandState.Unreadable(String reason) ->
          view(outcome, "unreadable", null, null, null, null, null, reason);
    };
  }

  private static OutcomeView pending(
      CommandOutcome outcome, @Nullable Set<AgencyId> waitingFor, @Nullable CommandId next) {
    return view(outcome, "pending", null, null, null, waitingFor, next, null);
  }

  private static OutcomeView view(
      CommandOutcome outcome,
      String state,
      @Nullable Long first,
      @Nullable Long last,
      @Nullable RefusedView refusal,
      @Nullable Set<AgencyId> waitingFor,
      @Nullable CommandId next,
      @Nullable String reason) {
    return new OutcomeView(
        outcome.commandId(),
        outcome.caseId(),
        outcome.caseNumber().orElse(null),
        outcome.kind(),
        state,
        outcome.state().label(),
        outcome.submittedAt(),
        first,
        last,
        refusal,
        waitingFor,
        next,
        reason);
  }
}
