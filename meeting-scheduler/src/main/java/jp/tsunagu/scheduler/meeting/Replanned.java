package jp.tsunagu.scheduler.meeting;

import java.util.List;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.meeting.AgendaEntry;

/**
 * An agenda that was issued, beside what is made anew of it.
 *
 * @param revision from 1; 0 where nothing was asked for (開催なし)
 * @param issued its entries, in the order of the day
 * @param anew what the planner makes of what was known at that moment
 * @param told who was sent a notice of this revision, as often as it was, reminders left out
 * @param toldAnew who was to be sent one
 */
public record Replanned(
    MeetingId meetingId,
    int revision,
    List<AgendaEntry> issued,
    List<AgendaEntry> anew,
    List<AgencyId> told,
    List<AgencyId> toldAnew) {

  /** Keeps copies. */
  public Replanned {
    issued = List.copyOf(issued);
    anew = List.copyOf(anew);
    told = List.copyOf(told);
    toldAnew = List.copyOf(toldAnew);
  }

  /** Whether the same comes of it, and everybody was told once. */
  public boolean agrees() {
    return issued.equals(anew)
        && told.stream().sorted().toList().equals(toldAnew.stream().sorted().toList());
  }
}
