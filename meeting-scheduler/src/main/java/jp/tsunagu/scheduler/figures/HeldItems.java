package jp.tsunagu.scheduler.figures;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingEvent.ConferenceHeld;
import jp.tsunagu.contract.meeting.Participant;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.meeting.Meetings;

/** What meetings have dealt with, as facts for their figures. */
public final class HeldItems {

  private HeldItems() {}

  /** Of every meeting that was held; who took part is a fact of the whole meeting. */
  public static List<HeldItem> of(Meetings meetings) {
    return meetings.all().stream().flatMap(meeting -> of(meeting).stream()).toList();
  }

  private static List<HeldItem> of(Meeting meeting) {
    ConferenceHeld held = meeting.held();
    if (held == null) {
      return List.of();
    }
    Set<AgencyId> attended =
        held.participants().stream()
            .filter(each -> each.presence().tookPart())
            .map(Participant::agency)
            .collect(Collectors.toUnmodifiableSet());
    return held.items().stream()
        .map(ItemRef::caseId)
        .map(
            caseId ->
                new HeldItem(
                    meeting.id(),
                    caseId,
                    held.conference(),
                    held.heldAt(),
                    held.session(),
                    meeting.organiser(),
                    attended))
        .toList();
  }
}
