package jp.tsunagu.gateway.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseEvent;

/**
 * What happened in cases that are or were protected (保護案件), with the agencies that the ledger
 * withholds. Grows with the protected cases alone.
 */
final class ProtectedCases {

  private final Map<CaseId, Map<Long, CaseEvent>> cases = new HashMap<>();

  /** Takes the next event. */
  synchronized void take(CaseEvent event) {
    cases
        .computeIfAbsent(event.header().caseId(), _ -> new HashMap<>())
        .put(event.header().sequence(), event);
  }

  /** These events of a case, with what the ledger withholds of them. */
  synchronized List<CaseEvent> whole(CaseId id, List<CaseEvent> events) {
    Map<Long, CaseEvent> known = cases.getOrDefault(id, Map.of());
    return events.stream()
        .map(event -> known.getOrDefault(event.header().sequence(), event))
        .toList();
  }
}
