package jp.tsunagu.scheduler.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import org.jspecify.annotations.Nullable;

/**
 * An item on the agenda.
 *
 * @param agencies everyone who comes for it, in order of their ids
 * @param admittedLate why the desk admitted it after closing; none if it was in time
 */
public record PlacedItem(
    PlacedRequest request,
    MeetingId meetingId,
    DaySlot slot,
    List<AgencyId> agencies,
    @Nullable String admittedLate) {

  /** Keeps the agencies in order. */
  public PlacedItem {
    agencies = agencies.stream().sorted().distinct().toList();
  }

  /** When it ends. */
  public Instant endsAt() {
    return slot.startsAt().plus(Duration.ofMinutes(slot.minutes()));
  }

  /** As its {@link PlacedRequest} says. */
  public MeetingRequestId requestId() {
    return request.requestId();
  }

  /** As its {@link DaySlot} says. */
  public Instant startsAt() {
    return slot.startsAt();
  }
}
