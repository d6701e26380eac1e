package jp.tsunagu.scheduler.meeting;

import java.time.Instant;
import jp.tsunagu.contract.lifecycle.ItemNotice;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MeetingPlace;
import jp.tsunagu.contract.meeting.AgendaEntry;
import org.jspecify.annotations.Nullable;

/** Where items stand, as the scheduler itself has published it. */
final class Places {

  private Places() {}

  static MeetingPlace of(Meeting meeting, AgendaEntry entry) {
    return place(meeting, entry, null);
  }

  static MeetingPlace place(Meeting meeting, AgendaEntry entry, @Nullable Instant answerBy) {
    return new MeetingPlace(
        meeting.id(),
        meeting.revision(),
        entry.startsAt(),
        entry.minutes(),
        meeting.organiser(),
        meeting.session(),
        answerBy);
  }

  /** The item, standing there. */
  static MeetingItem item(MeetingItem item, @Nullable MeetingPlace place) {
    return new MeetingItem(
        item.requestId(),
        item.wish(),
        item.due(),
        item.request(),
        item.route(),
        new ItemNotice(place, item.notice().invited(), item.notice().answers()),
        item.progress());
  }
}
