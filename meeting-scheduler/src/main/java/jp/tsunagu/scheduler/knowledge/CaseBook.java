package jp.tsunagu.scheduler.knowledge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.scheduler.desk.CaseHistory;

/** The cases of the ledger, folded in memory. One thread writes. */
final class CaseBook {

  private final Map<CaseId, CaseHistory> cases = new ConcurrentHashMap<>();
  private final Map<CaseId, CaseHistory> withMeetings = new ConcurrentHashMap<>();

  void take(CaseEvent event) {
    CaseId id = event.header().caseId();
    CaseHistory before = cases.get(id);
    CaseHistory next =
        (before == null ? CaseHistory.of(CaseState.beforeFirst(id)) : before).after(event);
    cases.put(id, next);
    if (next.hasMeetings()) {
      withMeetings.put(id, next);
    }
  }

  Map<CaseId, CaseHistory> withMeetings() {
    return withMeetings.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
