package jp.tsunagu.gateway.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseLifecycle;
import jp.tsunagu.contract.lifecycle.CaseState;
import org.jspecify.annotations.Nullable;

/**
 * The cases that are or were protected (保護案件), whole: how protection found each, and what happened
 * since, with the agencies that the ledger withholds. Grows with the protected cases alone.
 */
final class ProtectedCases {

  private final Map<CaseId, Whole> cases = new HashMap<>();

  private static final class Whole {
    private CaseState state;
    private final List<CaseEvent> events = new ArrayList<>();

    Whole(CaseState state) {
      this.state = state;
    }
  }

  /** The case a record is about; none for one of another kind. */
  static @Nullable CaseId caseOf(Record record) {
    return switch (record) {
      case CaseState state -> state.caseId();
      case CaseEvent event -> event.header().caseId();
      default -> null;
    };
  }

  /** Takes the next record; the case as it stands after it, once it is known. */
  synchronized Optional<CaseState> take(Record record) {
    if (record instanceof CaseState found) {
      cases.putIfAbsent(found.caseId(), new Whole(found));
    }
    return record instanceof CaseEvent event
        ? Optional.ofNullable(cases.get(event.header().caseId())).map(whole -> next(whole, event))
        : Optional.empty();
  }

  /** These events of a case, with what the ledger withholds of them. */
  synchronized List<CaseEvent> whole(CaseId id, List<CaseEvent> events) {
    Whole whole = cases.get(id);
    if (whole == null) {
      return events;
    }
    Map<Long, CaseEvent> known = new HashMap<>();
    whole.events.forEach(event -> known.put(event.header().sequence(), event));
    return events.stream()
        .map(event -> known.getOrDefault(event.header().sequence(), event))
        .toList();
  }

  private static CaseState next(Whole whole, CaseEvent event) {
    if (event.header().sequence() == whole.state.sequence() + 1) {
      whole.state = CaseLifecycle.evolve(whole.state, event);
      whole.events.add(event);
    }
    return whole.state;
  }
}
