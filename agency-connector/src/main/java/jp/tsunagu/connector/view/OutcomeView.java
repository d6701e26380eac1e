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
import jp.tsunagu.contract.written.Flat;
import org.jspecify.annotations.Nullable;

/**
 * How far a command got.
 *
 * @param waitingFor whose public key it waits for
 * @param resealedAs the command under which it went on with a new key
 * @param reason why it could not be read
 */
public record OutcomeView(
    @Flat Sent sent,
    @Flat Effect effect,
    Instant submittedAt,
    @Flat Sequences sequences,
    @Nullable RefusedView refusal,
    @Nullable Set<AgencyId> waitingFor,
    @Nullable CommandId resealedAs,
    @Nullable Coded reason) {

  /**
   * The command.
   *
   * @param caseNumber what people call the case (案件番号); none where the network has not told it
   */
  public record Sent(
      CommandId commandId, CaseId caseId, @Nullable CaseNumber caseNumber, Coded kind) {

    private static Sent of(CommandOutcome outcome) {
      return new Sent(
          outcome.commandId(),
          outcome.caseId(),
          outcome.caseNumber().orElse(null),
          CommandWords.of(outcome.kind()));
    }
  }

  /**
   * What became of it.
   *
   * @param decided whether the network has answered
   * @param result what took effect, in words; none where nothing did
   * @param happened what it brought about, as far as this agency was told
   */
  public record Effect(
      CommandState.Name state, boolean decided, @Nullable String result, List<Coded> happened) {

    private static Effect of(CommandOutcome outcome) {
      CommandState.Name state = outcome.state().name();
      return new Effect(state, state.isDecided(), took(outcome.happened()), outcome.happened());
    }

    private static @Nullable String took(List<Coded> happened) {
      return happened.isEmpty()
          ? null
          : happened.stream()
              .map(Coded::label)
              .distinct()
              .collect(Collectors.joining("、", "", "を登録しました。"));
    }
  }

  /** Of the events it became; none before it was accepted. */
  public record Sequences(@Nullable Long firstSequence, @Nullable Long lastSequence) {

    private static Sequences of(CommandState state) {
      return state instanceof CommandState.Accepted accepted
          ? new Sequences(accepted.firstSequence(), accepted.lastSequence())
          : new Sequences(null, null);
    }
  }

  /** See {@link Effect}. */
  public CommandState.Name state() {
    return effect.state();
  }

  /** See {@link Effect}. */
  public boolean decided() {
    return effect.decided();
  }

  /** The view of an outcome. */
  public static OutcomeView of(CommandOutcome outcome) {
    CommandState state = outcome.state();
    return new OutcomeView(
        Sent.of(outcome),
        Effect.of(outcome),
        outcome.submittedAt(),
        Sequences.of(state),
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
