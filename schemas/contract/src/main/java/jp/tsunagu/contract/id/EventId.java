package jp.tsunagu.contract.id;

import java.util.UUID;

/**
 * Names one event of the ledger or of a meeting: a UUIDv8 (RFC 9562) over SHA-256 of (caseId,
 * sequence) or (meetingId, sequence), and in a network that was restored from a backup of its
 * incarnation, too: there the same place in a case may have been another event's before.
 *
 * <p>Deciding the same command again therefore gives the same id, whichever process decides it.
 */
public record EventId(UUID value) {

  /** The id in a network that was never restored. */
  public static EventId of(CaseId caseId, long sequence) {
    return of(caseId, sequence, 0);
  }

  /** The id of the event with this sequence number in this case. */
  public static EventId of(CaseId caseId, long sequence, int incarnation) {
    return of(caseId.toString(), sequence, incarnation);
  }

  /** The id in a network that was never restored. */
  public static EventId of(MeetingId meetingId, long sequence) {
    return of(meetingId, sequence, 0);
  }

  /** The id of the event with this sequence number in this meeting. */
  public static EventId of(MeetingId meetingId, long sequence, int incarnation) {
    return of(meetingId.toString(), sequence, incarnation);
  }

  private static EventId of(String owner, long sequence, int incarnation) {
    String place = owner + "/" + sequence;
    return new EventId(UuidVersion8.of(incarnation == 0 ? place : place + "/" + incarnation));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
