package jp.tsunagu.stats.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.figure.Tally;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The store of facts, with those of the latest cases at hand as they are. For one task. */
final class KnownFacts {

  private static final int AT_HAND = 2_000;

  private final KeyValueStore<String, byte[]> store;
  private final Map<CaseId, CaseFacts> latest =
      new LinkedHashMap<>(AT_HAND, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CaseId, CaseFacts> eldest) {
          return size() > AT_HAND;
        }
      };

  KnownFacts(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  CaseFacts of(CaseId caseId) {
    CaseFacts known = latest.get(caseId);
    if (known != null) {
      return known;
    }
    byte[] stored = store.get(caseId.toString());
    return stored == null ? CaseFacts.beforeFirst(caseId) : FactsBytes.decode(stored);
  }

  void put(CaseFacts facts) {
    latest.put(facts.caseId(), facts);
    store.put(facts.caseId().toString(), FactsBytes.encode(facts));
  }

  /** Adds up all cases, on every processor there is; a lot of them is in memory at a time. */
  Tally added(Supplier<Tally> nothing) {
    try (KeyValueIterator<String, byte[]> all = store.all()) {
      return StreamSupport.stream(Spliterators.spliteratorUnknownSize(all, 0), true)
          .map(entry -> FactsBytes.decode(entry.value))
          .collect(nothing, Tally::add, Tally::addAll);
    }
  }
}
