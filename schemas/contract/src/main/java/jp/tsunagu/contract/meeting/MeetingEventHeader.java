package jp.tsunagu.contract.meeting;

import java.time.Instant;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.id.MeetingId;
import org.jspecify.annotations.Nullable;

/**
 * What every event of a meeting carries.
 *
 * @param sequence position in its meeting, from 1, without gaps
 * @param causedBy the command; none for what the calendar or the ledger brought about
 * @param incarnation 0 until the network was restored from a backup for the first time, higher
 *     after each restoration
 */
public record MeetingEventHeader(
    EventId eventId,
    MeetingId meetingId,
    BodyId bodyId,
    long sequence,
    @Nullable CommandId causedBy,
    MeetingEventTimes times,
    MeetingActedBy by,
    int incarnation) {

  /** Of what a system did, or nobody said who, in a network that was never restored. */
  public MeetingEventHeader(
      EventId eventId,
      MeetingId meetingId,
      BodyId bodyId,
      long sequence,
      @Nullable CommandId causedBy,
      Instant occurredAt,
      Instant recordedAt,
      AgencyId actor) {
    this(
        eventId,
        meetingId,
        bodyId,
        sequence,
        causedBy,
        new MeetingEventTimes(occurredAt, recordedAt),
        new MeetingActedBy(actor, null),
        0);
  }

  /** When the scheduler decided it. */
  public Instant recordedAt() {
    return times.recordedAt();
  }
}
