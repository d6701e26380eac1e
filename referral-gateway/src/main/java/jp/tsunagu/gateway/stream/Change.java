package jp.tsunagu.gateway.stream;

import java.util.List;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.runtime.broker.Outgoing;

/** A case after some events, and the records that tell of them. */
record Change(CaseState after, List<Outgoing> records) {
  Change {
    records = List.copyOf(records);
  }
}
