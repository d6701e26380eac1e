package jp.tsunagu.contract.id;

import java.util.UUID;

/**
 * Names one event of the ledger or of a meeting: a UUIDv8 (RFC 9562) over SHA-256 of (caseId,
 * sequence) or (meetingId, sequence).
 *
 * <p>Deciding the same command again therefore gives the same id, whichever process decides it.
 */
public record EventId(UUID value) {

  /** The id of the event with this sequence number in this case. */
  public static EventId of(CaseId caseId, long sequence) {
    return new EventId(UuidVersion8.of(caseId + "/" + sequence));
  }

  /** The id of the event with this sequence number in this meeting. */
  public static EventId of(MeetingId meetingId, long sequence) {
    return new EventId(UuidVersion8.of(meetingId + "/" + sequence));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
