package jp.tsunagu.connector.outbox;

import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;

/** What came of making a record of a stored command. */
public sealed interface Packed {

  /** A record of the contract, sealed, ready to be encoded and sent. */
  record Ready(Record value) implements Packed {
    @Override
    public String toString() {
      return "Ready[" + value.getClass().getSimpleName() + "]";
    }
  }

  /** It waits for the public keys of these agencies. */
  record Held(Set<AgencyId> waitingFor) implements Packed {}
}
