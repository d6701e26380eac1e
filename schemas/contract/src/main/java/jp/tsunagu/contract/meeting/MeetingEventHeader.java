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
 * @param occurredAt when it really happened
 * @param recordedAt when the scheduler decided it
 * @param actor the desk or the organiser, {@link AgencyId#SCHEDULER} where nobody asked
 */
public record MeetingEventHeader(
    EventId eventId,
    MeetingId meetingId,
    BodyId bodyId,
    long sequence,
    @Nullable CommandId causedBy,
    Instant occurredAt,
    Instant recordedAt,
    AgencyId actor) {}
