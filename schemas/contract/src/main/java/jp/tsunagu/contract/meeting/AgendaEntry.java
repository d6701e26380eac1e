package jp.tsunagu.contract.meeting;

import java.time.Instant;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;

/**
 * An item at its place on an agenda.
 *
 * @param minutes it is given
 * @param requestedBy {@link AgencyId#WITHHELD} in a protected case
 * @param invited who comes for it; {@link AgencyId#WITHHELD} stands for those of a protected case
 * @param byHand the desk placed or admitted it with a reason
 */
public record AgendaEntry(
    ItemRef item,
    MeetingPurpose purpose,
    Instant startsAt,
    int minutes,
    AgencyId requestedBy,
    Set<AgencyId> invited,
    boolean byHand) {

  public AgendaEntry {
    invited = Set.copyOf(invited);
  }

  /** When it is over. */
  public Instant endsAt() {
    return startsAt.plusSeconds(60L * minutes);
  }
}
