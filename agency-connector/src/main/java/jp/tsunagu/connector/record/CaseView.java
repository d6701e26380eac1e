package jp.tsunagu.connector.record;

import java.time.Instant;
import java.util.Optional;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.MeetingItem;

/**
 * A case as this agency knows it: folded from the events the network told it, which are not all.
 *
 * @param caseNumber what people call the case (案件番号); none where the network has not told it
 * @param state empty until the network answered the first command about it
 * @param version sequence of the last event known here, 0 before the first; its ETag
 * @param changedAt when something last happened to it, or when its first command was stored here
 * @param incomplete why the state lacks something, for a person: a record could not be read, or an
 *     event is of a kind that only a newer program knows
 */
public record CaseView(
    CaseId caseId,
    Optional<CaseNumber> caseNumber,
    Optional<CaseState> state,
    long version,
    Instant changedAt,
    Optional<String> incomplete) {

  /** What the case brought to a meeting under this id, as far as it is known here. */
  public Optional<MeetingItem> meeting(MeetingRequestId id) {
    return state.flatMap(known -> known.meeting(id));
  }
}
