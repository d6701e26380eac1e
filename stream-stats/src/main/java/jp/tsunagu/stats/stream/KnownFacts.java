package jp.tsunagu.stats.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.stats.fact.CaseFacts;
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

  void forEach(Consumer<CaseFacts> reader) {
    try (KeyValueIterator<String, byte[]> all = store.all()) {
      all.forEachRemaining(entry -> reader.accept(FactsBytes.decode(entry.value)));
    }
  }
}
