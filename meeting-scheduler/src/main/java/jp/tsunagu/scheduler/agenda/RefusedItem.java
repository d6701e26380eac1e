package jp.tsunagu.scheduler.agenda;

import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingRequestId;

/** An item that does not belong on this agenda. */
public record RefusedItem(CaseId caseId, MeetingRequestId requestId, Refusal reason) {}
