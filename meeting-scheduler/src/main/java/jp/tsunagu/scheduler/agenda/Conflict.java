package jp.tsunagu.scheduler.agenda;

import java.time.Instant;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;

/**
 * An agency would sit in two meetings at one hour, and no other order of the items avoids it.
 *
 * @param meetingId the meeting planned here
 * @param other the other meeting
 * @param from begin of the overlap
 * @param until end of the overlap
 */
public record Conflict(
    AgencyId agency,
    CaseId caseId,
    MeetingRequestId requestId,
    MeetingId meetingId,
    MeetingId other,
    Instant from,
    Instant until) {}
