package jp.tsunagu.connector.record;

import java.util.Optional;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;

/**
 * The item of a case on which an agency is asked something: for days, or to come.
 *
 * @param caseNumber what people call the case (案件番号); none where the network has not told it
 */
public record AskedItem(
    MeetingRequestId requestId,
    MeetingId meetingId,
    CaseId caseId,
    Optional<CaseNumber> caseNumber,
    ConferenceKind conference,
    MeetingPurpose purpose,
    AgencyId organiser) {}
