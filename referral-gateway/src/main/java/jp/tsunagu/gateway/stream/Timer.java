package jp.tsunagu.gateway.stream;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import jp.tsunagu.contract.id.CaseId;

/** A moment at which a case must be looked at. */
record Timer(Instant due, CaseId caseId) {

  static final int LENGTH = 3 * Long.BYTES;

  /** Bytes in the order of time. */
  void put(ByteBuffer key) {
    UUID id = caseId.value();
    key.putLong(due.toEpochMilli())
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits());
  }

  static Timer of(ByteBuffer key) {
    return new Timer(
        Instant.ofEpochMilli(key.getLong()), new CaseId(new UUID(key.getLong(), key.getLong())));
  }
}
