package jp.tsunagu.stats.recount;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.wire.Decoded;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.FactsFold;

/** The facts of all cases, folded from the whole ledger and as far as figures have read it. */
final class CountedLedger {

  private final Map<Integer, Long> held;
  private final Map<String, CaseFacts> facts = new HashMap<>();
  private final Map<String, CaseFacts> beforeLaterEvents = new HashMap<>();
  private long events;
  private long unreadable;

  /** Nothing read yet; the figures hold these offsets. */
  CountedLedger(Map<Integer, Long> held) {
    this.held = held;
  }

  void read(int partition, long offset, Decoded decoded) {
    if (decoded instanceof Decoded.Readable(CaseEvent event)) {
      events++;
      CaseId id = event.header().caseId();
      CaseFacts before = facts.getOrDefault(id.toString(), CaseFacts.beforeFirst(id));
      if (offset > held.getOrDefault(partition, -1L)) {
        beforeLaterEvents.putIfAbsent(id.toString(), before);
      }
      facts.put(id.toString(), FactsFold.evolve(before, event));
    } else {
      unreadable++;
    }
  }

  long events() {
    return events;
  }

  long unreadable() {
    return unreadable;
  }

  /** By case id, after all events. */
  Map<String, CaseFacts> facts() {
    return facts;
  }

  /** After the events that the figures hold. */
  Stream<CaseFacts> asFarAsHeld() {
    return facts.entrySet().stream()
        .map(one -> beforeLaterEvents.getOrDefault(one.getKey(), one.getValue()));
  }
}
