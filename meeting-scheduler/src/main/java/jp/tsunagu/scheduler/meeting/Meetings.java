package jp.tsunagu.scheduler.meeting;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.meeting.MeetingEvent;
import jp.tsunagu.contract.meeting.MeetingEvent.MeetingCalled;

/** Every meeting by its id. */
public final class Meetings {

  /** None yet. */
  public static final Meetings NONE = new Meetings(new TreeMap<>());

  private final SortedMap<MeetingId, Meeting> byId;

  private Meetings(SortedMap<MeetingId, Meeting> byId) {
    this.byId = Collections.unmodifiableSortedMap(byId);
  }

  /** These meetings. */
  public static Meetings of(Map<MeetingId, Meeting> meetings) {
    return new Meetings(new TreeMap<>(meetings));
  }

  /** The meetings after one more event; one that was applied before changes nothing. */
  public Meetings after(MeetingEvent event) {
    MeetingId id = event.header().meetingId();
    Meeting before = byId.get(id);
    TreeMap<MeetingId, Meeting> next = new TreeMap<>(byId);
    if (before != null) {
      next.put(id, before.after(event));
    } else if (event instanceof MeetingCalled called) {
      next.put(id, Meeting.of(called));
    }
    return new Meetings(next);
  }

  /** These and one that nobody recorded yet; a known one stays as it is. */
  Meetings with(Meeting meeting) {
    TreeMap<MeetingId, Meeting> next = new TreeMap<>(byId);
    next.putIfAbsent(meeting.id(), meeting);
    return new Meetings(next);
  }

  /** The meetings as somebody sees them for whom these cases do not exist. */
  public Meetings without(Set<CaseId> cases) {
    Unseen unseen = new Unseen(cases);
    TreeMap<MeetingId, Meeting> left = new TreeMap<>();
    byId.forEach(
        (id, meeting) -> {
          if (!unseen.isAll(meeting)) {
            left.put(id, unseen.of(meeting));
          }
        });
    return new Meetings(left);
  }

  /** The meeting with this id. */
  public Optional<Meeting> find(MeetingId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** All, in the order of their ids. */
  public Collection<Meeting> all() {
    return byId.values();
  }
}
