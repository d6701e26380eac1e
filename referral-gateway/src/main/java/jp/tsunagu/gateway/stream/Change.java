package jp.tsunagu.gateway.stream;

import java.util.List;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.runtime.broker.Outgoing;

/**
 * A case after some events.
 *
 * @param encoded the state after them as it is stored
 * @param records what tells of them, for ledger and inboxes, in this order
 */
record Change(CaseState after, byte[] encoded, List<Outgoing> records) {
  Change {
    records = List.copyOf(records);
  }
}
