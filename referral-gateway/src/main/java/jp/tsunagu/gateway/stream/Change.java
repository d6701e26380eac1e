package jp.tsunagu.gateway.stream;

import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.runtime.broker.Outgoing;

/**
 * A case after some events.
 *
 * @param encoded the state after them as it is stored
 * @param next when the case must be looked at next, where these events made it another moment
 * @param records what tells of them, for ledger and inboxes, in this order
 */
record Change(CaseState after, byte[] encoded, Optional<Timer> next, List<Outgoing> records) {
  Change {
    records = List.copyOf(records);
  }
}
