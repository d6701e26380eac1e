package jp.tsunagu.contract.id;

import java.util.UUID;

/**
 * Names one event of the ledger: a UUIDv8 (RFC 9562) over SHA-256 of (caseId, sequence).
 *
 * <p>Deciding the same command again therefore gives the same id, whichever process decides it.
 */
public record EventId(UUID value) {

  /** The id of the event with this sequence number in this case. */
  public static EventId of(CaseId caseId, long sequence) {
    return new EventId(UuidVersion8.of(caseId + "/" + sequence));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
