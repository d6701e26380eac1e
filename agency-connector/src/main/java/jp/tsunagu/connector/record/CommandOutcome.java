package jp.tsunagu.connector.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.wording.Coded;

/**
 * A command of this agency and how far it got.
 *
 * @param caseNumber what people call the case (案件番号); none where the network has not told it
 * @param kind name of the command, e.g. {@code SendReferral}
 * @param submittedAt when it was stored here
 * @param happened what it brought about, as far as this agency was told
 */
public record CommandOutcome(
    CommandId commandId,
    CaseId caseId,
    Optional<CaseNumber> caseNumber,
    String kind,
    Instant submittedAt,
    CommandState state,
    List<Coded> happened) {

  /** Keeps an unmodifiable copy. */
  public CommandOutcome {
    happened = List.copyOf(happened);
  }

  CommandOutcome bringing(List<Coded> events) {
    return new CommandOutcome(commandId, caseId, caseNumber, kind, submittedAt, state, events);
  }
}
