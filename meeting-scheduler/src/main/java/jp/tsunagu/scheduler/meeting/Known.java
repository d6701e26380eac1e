package jp.tsunagu.scheduler.meeting;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.meeting.ItemRef;

/**
 * What the scheduler knows at one moment.
 *
 * @param cases that ever brought anything to a meeting
 * @param readUpTo everything the gateway recorded up to this moment is among it, but for what is
 *     held; more may be
 * @param held the cases of which a record could not be read: what they brought since is not known
 */
public record Known(
    NetworkDirectory directory,
    Map<CaseId, CaseHistory> cases,
    Instant readUpTo,
    Set<CaseId> held) {

  public Known {
    cases = Map.copyOf(cases);
    held = Set.copyOf(held);
  }

  /** Where every record could be read. */
  public Known(NetworkDirectory directory, Map<CaseId, CaseHistory> cases, Instant readUpTo) {
    this(directory, cases, readUpTo, Set.of());
  }

  /** Whether everything recorded up to this moment is known. */
  public boolean hasReadPast(Instant moment) {
    return !readUpTo.isBefore(moment);
  }

  /** The cases that are or were protected (保護案件). */
  public Set<CaseId> protectedCases() {
    return cases.entrySet().stream()
        .filter(entry -> entry.getValue().latest().everProtected())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The same for somebody for whom these cases do not exist. */
  public Known without(Set<CaseId> unseen) {
    Map<CaseId, CaseHistory> left = new HashMap<>(cases);
    left.keySet().removeAll(unseen);
    Set<CaseId> heldOfThem = new HashSet<>(held);
    heldOfThem.removeAll(unseen);
    return new Known(directory, left, readUpTo, heldOfThem);
  }

  /** Whether this meeting has to do with a protected case, so that no open number tells of it. */
  public boolean touchesProtected(Meeting meeting) {
    return Unseen.casesOf(meeting).stream()
        .anyMatch(id -> state(id).filter(CaseState::everProtected).isPresent());
  }

  /** The item as it stands now. */
  public Optional<MeetingItem> item(ItemRef ref) {
    return state(ref.caseId()).flatMap(state -> state.meeting(ref.requestId()));
  }

  /** The case as it stands now. */
  public Optional<CaseState> state(CaseId caseId) {
    return Optional.ofNullable(cases.get(caseId)).map(CaseHistory::latest);
  }
}
