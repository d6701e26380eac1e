package jp.tsunagu.gateway.stream;

import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import org.apache.kafka.streams.state.KeyValueStore;

/** The full state of every case. */
record CaseStore(KeyValueStore<String, byte[]> store, Codec codec) {

  CaseState get(CaseId caseId) {
    byte[] stored = store.get(caseId.toString());
    if (stored == null) {
      return CaseState.beforeFirst(caseId);
    }
    if (codec.decode(stored) instanceof Decoded.Readable(CaseState state)) {
      return state;
    }
    throw new IllegalStateException("the stored state of a case cannot be read");
  }

  void put(Change change) {
    store.put(change.after().caseId().toString(), change.encoded());
  }
}
