package jp.tsunagu.scheduler.agenda;

import java.util.List;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.SessionKind;

/**
 * The agenda of one body's meeting.
 *
 * @param organiser in whose name the notices go out
 * @param items in the order they are heard
 */
public record LaneAgenda(
    MeetingId meetingId,
    BodyId body,
    ConferenceKind conference,
    AgencyId organiser,
    SessionKind session,
    List<PlacedItem> items) {

  /** Keeps a copy. */
  public LaneAgenda {
    items = List.copyOf(items);
  }

  /** Nothing was asked, so there is no meeting (開催なし). */
  public boolean notHeld() {
    return items.isEmpty();
  }
}
