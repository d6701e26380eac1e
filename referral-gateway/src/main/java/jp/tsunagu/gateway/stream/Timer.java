package jp.tsunagu.gateway.stream;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.TimerKind;
import org.apache.kafka.common.utils.Bytes;

/** A moment at which a leg of a referral must be looked at. */
record Timer(Instant due, CaseId caseId, ReferralId referralId, TimerKind kind) {

  private static final int LENGTH = Long.BYTES + 4 * Long.BYTES + 1;

  /** Bytes in the order of time; at one moment a delay is told before it is escalated. */
  Bytes key() {
    ByteBuffer key = ByteBuffer.allocate(LENGTH).putLong(due.toEpochMilli());
    put(key, caseId.value());
    put(key, referralId.value());
    return Bytes.wrap(key.put(codeOf(kind)).array());
  }

  static Timer of(Bytes key) {
    ByteBuffer bytes = ByteBuffer.wrap(key.get());
    return new Timer(
        Instant.ofEpochMilli(bytes.getLong()),
        new CaseId(uuid(bytes)),
        new ReferralId(uuid(bytes)),
        kindOf(bytes.get()));
  }

  /** The first key after this moment. */
  static Bytes after(Instant moment) {
    return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(moment.toEpochMilli() + 1).array());
  }

  private static void put(ByteBuffer key, UUID id) {
    key.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }

  private static UUID uuid(ByteBuffer bytes) {
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  /** Part of stored keys: never changes. */
  private static byte codeOf(TimerKind kind) {
    return switch (kind) {
      case DUE_SOON -> 1;
      case OVERDUE -> 2;
      case ESCALATE -> 3;
      case DOSSIER_OVERDUE -> 4;
    };
  }

  private static TimerKind kindOf(byte code) {
    for (TimerKind kind : TimerKind.values()) {
      if (codeOf(kind) == code) {
        return kind;
      }
    }
    throw new IllegalStateException("unknown kind of timer: " + code);
  }
}
