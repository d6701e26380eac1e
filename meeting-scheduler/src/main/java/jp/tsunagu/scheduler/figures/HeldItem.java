package jp.tsunagu.scheduler.figures;

import java.time.Instant;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.SessionKind;

/**
 * A fact: a meeting dealt with a case.
 *
 * @param heldAt its day in Tokyo says which fiscal year it counts in
 * @param session as it was recorded, the same for all items of a meeting
 * @param organiser of the meeting (主催)
 * @param attended agencies that took part in this item
 */
public record HeldItem(
    MeetingId meetingId,
    CaseId caseId,
    ConferenceKind conference,
    Instant heldAt,
    SessionKind session,
    AgencyId organiser,
    Set<AgencyId> attended) {

  /** Keeps a copy. */
  public HeldItem {
    attended = Set.copyOf(attended);
  }
}
