package jp.tsunagu.contract.meeting;

import java.time.Instant;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.CommandId;

/** A command about a meeting had no effect. It is no event of a meeting and has no sequence. */
public record MeetingCommandRefused(
    CommandId commandId, BodyId bodyId, AgencyId actor, MeetingRefusal code, Instant recordedAt) {}
