package jp.tsunagu.scheduler.agenda;

import java.time.LocalDate;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for, of which case and by whom.
 *
 * @param lastDecided when a meeting last decided about the case; none if never
 */
public record PlacedRequest(
    CaseId caseId,
    MeetingRequestId requestId,
    ConferenceKind conference,
    MeetingPurpose purpose,
    AgencyId requestedBy,
    @Nullable LocalDate lastDecided) {}
