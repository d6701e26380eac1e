package jp.tsunagu.scheduler.agenda;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import org.jspecify.annotations.Nullable;

/**
 * An item on the agenda.
 *
 * @param position in its lane, from 1
 * @param agencies everyone who comes for it, in order of their ids
 * @param lastDecided when a meeting last decided about the case; none if never
 * @param admittedLate why the desk admitted it after closing; none if it was in time
 */
public record PlacedItem(
    CaseId caseId,
    MeetingRequestId requestId,
    MeetingId meetingId,
    ConferenceKind conference,
    MeetingPurpose purpose,
    int position,
    Instant startsAt,
    int minutes,
    AgencyId requestedBy,
    List<AgencyId> agencies,
    @Nullable LocalDate lastDecided,
    @Nullable String admittedLate) {

  /** Keeps the agencies in order. */
  public PlacedItem {
    agencies = agencies.stream().sorted().distinct().toList();
  }

  /** When it ends. */
  public Instant endsAt() {
    return startsAt.plus(Duration.ofMinutes(minutes));
  }
}
