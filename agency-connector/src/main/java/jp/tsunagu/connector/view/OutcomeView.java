package jp.tsunagu.connector.view;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.connector.record.CommandOutcome;
import jp.tsunagu.connector.record.CommandState;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.CommandWords;
import jp.tsunagu.contract.wording.NoticeWords;
import org.jspecify.annotations.Nullable;

/**
 * How far a command got.
 *
 * @param caseNumber what people call the case (案件番号); none where the network has not told it
 * @param decided whether the network has answered
 * @param result what took effect, in words; none where nothing did
 * @param happened what it brought about, as far as this agency was told
 * @param firstSequence of the events it became; with {@code lastSequence}, once accepted
 * @param waitingFor whose public key it waits for
 * @param resealedAs the command under which it went on with a new key
 * @param reason why it could not be read
 */
public record OutcomeView(
    CommandId commandId,
    CaseId caseId,
    @Nullable CaseNumber caseNumber,
    Coded kind,
    CommandState.Name state,
    boolean decided,
    @Nullable String result,
    List<Coded> happened,
    Instant submittedAt,
    @Nullable Long firstSequence,
    @Nullable Long lastSequence,
    @Nullable RefusedView refusal,
    @Nullable Set<AgencyId> waitingFor,
    @Nullable CommandId resealedAs,
    @Nullable Coded reason) {

  private static @Nullable String result(CommandOutcome outcome) {
    return outcome.happened().isEmpty()
        ? null
        : outcome.happened().stream()
            .map(Coded::label)
            .distinct()
            .collect(Collectors.joining("、", "", "を登録しました。"));
  }

  /** The view of an outcome. */
  public static OutcomeView of(CommandOutcome outcome) {
    CommandState state = outcome.state();
    CommandState.Accepted accepted = state instanceof CommandState.Accepted is ? is : null;
    return new OutcomeView(
        outcome.commandId(),
        outcome.caseId(),
        outcome.caseNumber().orElse(null),
        CommandWords.of(outcome.kind()),
        state.name(),
        state.name().isDecided(),
        result(outcome),
        outcome.happened(),
        outcome.submittedAt(),
        accepted == null ? null : accepted.firstSequence(),
        accepted == null ? null : accepted.lastSequence(),
        state instanceof CommandState.Refused refused
            ? RefusedView.of(outcome.commandId(), refused)
            : null,
        state instanceof CommandState.Held(var waitingFor) ? waitingFor : null,
        state instanceof CommandState.Resealed(var next) ? next : null,
        state instanceof CommandState.Unreadable(String why)
            ? NoticeWords.whyUnreadable(why)
            : null);
  }
}
