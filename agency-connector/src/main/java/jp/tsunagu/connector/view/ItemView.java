package jp.tsunagu.connector.view;

import jp.tsunagu.connector.record.AskedItem;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import org.jspecify.annotations.Nullable;

/**
 * The item of a case on which an agency is asked something, and at which meeting.
 *
 * @param caseNumber what people call the case (案件番号); none where the network has not told it
 */
public record ItemView(
    MeetingRequestId requestId,
    MeetingId meetingId,
    CaseId caseId,
    @Nullable CaseNumber caseNumber,
    BodyId body,
    String bodyName,
    ConferenceKind conference,
    MeetingPurpose purpose) {

  static ItemView of(AskedItem item, NetworkDirectory directory) {
    BodyId body = item.meetingId().body();
    return new ItemView(
        item.requestId(),
        item.meetingId(),
        item.caseId(),
        item.caseNumber().orElse(null),
        body,
        directory.nameOf(body),
        item.conference(),
        item.purpose());
  }
}
