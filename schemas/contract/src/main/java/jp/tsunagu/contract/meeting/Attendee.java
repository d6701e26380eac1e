package jp.tsunagu.contract.meeting;

import java.util.List;
import jp.tsunagu.contract.id.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * What the organiser notes of an agency after a meeting.
 *
 * @param reason why it was absent: a code of the city's list
 * @param items what it took part in; none named means everything it came for
 */
public record Attendee(
    AgencyId agency, Presence presence, @Nullable String reason, List<ItemRef> items) {
  public Attendee {
    items = List.copyOf(items);
  }

  /** For everything it came for. */
  public Attendee(AgencyId agency, Presence presence, @Nullable String reason) {
    this(agency, presence, reason, List.of());
  }
}
