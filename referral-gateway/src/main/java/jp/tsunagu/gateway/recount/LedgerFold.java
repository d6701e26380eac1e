package jp.tsunagu.gateway.recount;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseLifecycle;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.GeneralView;

/** Folds the ledger anew and notices gaps, repetitions and wrong ids in it. */
final class LedgerFold {

  private final Map<String, CaseState> cases = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();
  private long events;

  void read(CaseEvent event) {
    EventHeader header = event.header();
    CaseId caseId = header.caseId();
    CaseState before = cases.getOrDefault(caseId.toString(), CaseState.beforeFirst(caseId));
    if (header.sequence() != before.sequence() + 1) {
      differences.add(
          "case %s: event %d follows %d".formatted(caseId, header.sequence(), before.sequence()));
    }
    if (!header.eventId().equals(EventId.of(caseId, header.sequence(), header.incarnation()))) {
      differences.add("case %s: event %d has a foreign id".formatted(caseId, header.sequence()));
    }
    cases.put(caseId.toString(), CaseLifecycle.evolve(before, event));
    events++;
  }

  long events() {
    return events;
  }

  int size() {
    return cases.size();
  }

  /** What is wrong within the ledger itself. */
  List<String> differences() {
    return List.copyOf(differences);
  }

  /** How these states, by case id, differ from the folded ones; both as everybody may see them. */
  List<String> compare(String what, Map<String, CaseState> stored, AgencyId desk) {
    List<String> found = new ArrayList<>();
    cases.forEach(
        (caseId, folded) -> {
          CaseState other = stored.get(caseId);
          if (other == null) {
            found.add("case %s is missing in %s".formatted(caseId, what));
          } else if (!GeneralView.of(other, desk).equals(GeneralView.of(folded, desk))) {
            found.add("case %s differs in %s".formatted(caseId, what));
          }
        });
    stored.keySet().stream()
        .filter(caseId -> !cases.containsKey(caseId))
        .forEach(caseId -> found.add("case %s of %s is not in the ledger".formatted(caseId, what)));
    return found;
  }
}
