package jp.tsunagu.contract.meeting;

import java.time.Instant;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.CommandId;

/**
 * What every command about a meeting carries.
 *
 * @param actor the desk or the organiser, {@link AgencyId#SCHEDULER} for the scheduler itself
 */
public record MeetingCommandHeader(
    CommandId commandId, BodyId bodyId, AgencyId actor, Instant enteredAt) {}
