package jp.tsunagu.scheduler.agenda;

import java.time.LocalDate;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.CarryReason;
import org.jspecify.annotations.Nullable;

/**
 * An item that is not on this agenda, and where it went.
 *
 * @param meetingId the meeting it could have been in
 * @param next the day of the meeting of the same body it is carried to; none if an extra meeting is
 *     proposed, or if another body takes it ({@code CONFERENCE_CHANGED})
 * @param extraProposed whether a 臨時 is proposed instead
 */
public record CarriedItem(
    CaseId caseId,
    MeetingRequestId requestId,
    MeetingId meetingId,
    CarryReason reason,
    @Nullable LocalDate next,
    boolean extraProposed) {

  /** Whether it merely waits for its day, so that nobody needs to be told. */
  public boolean isWaiting() {
    return reason == CarryReason.NOT_BEFORE;
  }
}
