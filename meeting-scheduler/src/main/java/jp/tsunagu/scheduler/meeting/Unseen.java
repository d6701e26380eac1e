package jp.tsunagu.scheduler.meeting;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingEvent;
import jp.tsunagu.contract.meeting.MeetingEvent.ConferenceHeld;
import jp.tsunagu.contract.meeting.MeetingEvent.ItemSettled;
import jp.tsunagu.contract.meeting.MeetingEvent.NoticeIssued;
import jp.tsunagu.contract.meeting.UnknownMeetingEvent;
import jp.tsunagu.scheduler.meeting.Meeting.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as somebody sees it for whom some cases do not exist: without their items, and where
 * nothing else was on its agenda, as one for which nothing was asked. A revision that had one of
 * them has no paper of its own any more.
 *
 * @param cases that do not exist
 */
record Unseen(Set<CaseId> cases) {

  Unseen {
    cases = Set.copyOf(cases);
  }

  /** Every case that brought something to this meeting, or was to. */
  static Set<CaseId> casesOf(Meeting meeting) {
    Set<CaseId> all = new HashSet<>();
    Stream.of(
            meeting.desk().calledFor().stream(),
            meeting.entries().stream().map(AgendaEntry::item),
            meeting.agenda().issues().stream()
                .flatMap(issued -> issued.entries().stream())
                .map(AgendaEntry::item),
            meeting.desk().admitted().keySet().stream(),
            meeting.desk().byHand().keySet().stream(),
            meeting.desk().takenOff().stream(),
            meeting.desk().named().keySet().stream(),
            meeting.agenda().carried().keySet().stream(),
            meeting.outcome().settled().keySet().stream())
        .flatMap(items -> items)
        .forEach(item -> all.add(item.caseId()));
    return all;
  }

  /** Whether the meeting is about these cases alone: it does not exist. */
  boolean isAll(Meeting meeting) {
    return meeting.session() != SessionKind.REGULAR
        && !meeting.desk().calledFor().isEmpty()
        && meeting.desk().calledFor().stream().noneMatch(this::isSeen);
  }

  /** What is left of it. */
  Meeting of(Meeting meeting) {
    if (casesOf(meeting).stream().noneMatch(cases::contains)) {
      return meeting;
    }
    List<AgendaEntry> entries =
        meeting.entries().stream().filter(entry -> isSeen(entry.item())).toList();
    boolean emptied = entries.isEmpty() && !meeting.entries().isEmpty();
    return new Meeting(
        meeting.id(),
        meeting.sequence(),
        meeting.nature(),
        meeting.day(),
        new Meeting.DeskWord(
            meeting.desk().calledFor().stream().filter(this::isSeen).toList(),
            meeting.desk().closing(),
            seen(meeting.desk().admitted()),
            seen(meeting.desk().byHand()),
            meeting.desk().takenOff().stream().filter(this::isSeen).collect(Collectors.toSet()),
            seen(meeting.desk().named()),
            meeting.desk().latest().stream().filter(this::isSeen).toList()),
        emptied && meeting.stage() != Stage.OPEN ? Stage.NOTHING_ASKED : meeting.stage(),
        new Meeting.Agenda(
            emptied ? 0 : meeting.revision(),
            entries,
            meeting.agenda().issues().stream()
                .filter(issued -> issued.entries().stream().allMatch(entry -> isSeen(entry.item())))
                .toList(),
            seen(meeting.agenda().carried()),
            notices(meeting)),
        new Meeting.Outcome(
            emptied ? null : held(meeting.held()),
            seen(meeting.outcome().settled()),
            meeting.outcome().reminded().stream().filter(this::isSeen).collect(Collectors.toSet()),
            !emptied && meeting.outcome().minutesComplete()));
  }

  /** What was done about items, one of which is not there, was not done. */
  private boolean isSeen(MeetingEvent event) {
    return switch (event) {
      case MeetingEvent.MeetingCalled called -> called.items().stream().allMatch(this::isSeen);
      case MeetingEvent.RequestAdmitted admitted -> isSeen(admitted.item());
      case MeetingEvent.RequestPlaced placed -> isSeen(placed.item());
      case MeetingEvent.RequestTakenOff off -> isSeen(off.item());
      case MeetingEvent.MembersNamed members -> isSeen(members.item());
      case ItemSettled settled -> isSeen(settled.item());
      case ConferenceHeld held -> held.items().stream().allMatch(this::isSeen);
      case MeetingEvent.ReportReminded reminded -> isSeen(reminded.item());
      case NoticeIssued issued -> issued.items().stream().allMatch(each -> isSeen(each.item()));
      case MeetingEvent.NoticeDelivered _,
          MeetingEvent.NoticeRequeued _,
          MeetingEvent.NoticeUndeliverable _,
          MeetingEvent.AgendaDrafted _,
          MeetingEvent.AgendaIssued _,
          MeetingEvent.NothingAsked _,
          MeetingEvent.RequestsCarried _,
          UnknownMeetingEvent _ ->
          false;
      case MeetingEvent.DatesProposed _,
          MeetingEvent.StartChosen _,
          MeetingEvent.ClosingChosen _,
          MeetingEvent.MeetingMoved _,
          MeetingEvent.MeetingCancelled _,
          MeetingEvent.MinutesCompleted _ ->
          true;
    };
  }

  private boolean isSeen(ItemRef item) {
    return !cases.contains(item.caseId());
  }

  private <V> SequencedMap<ItemRef, V> seen(Map<ItemRef, V> all) {
    SequencedMap<ItemRef, V> seen = new LinkedHashMap<>(all);
    seen.keySet().removeIf(item -> !isSeen(item));
    return seen;
  }

  private SequencedMap<UUID, NoticeState> notices(Meeting meeting) {
    SequencedMap<UUID, NoticeState> seen = new LinkedHashMap<>();
    meeting
        .notices()
        .forEach(
            (id, state) -> {
              NoticeIssued notice = without(state.notice());
              if (!notice.items().isEmpty() || state.notice().items().isEmpty()) {
                seen.put(id, new NoticeState(notice, state.delivery()));
              }
            });
    return seen;
  }

  private NoticeIssued without(NoticeIssued notice) {
    return new NoticeIssued(
        notice.header(),
        notice.noticeId(),
        notice.revision(),
        notice.addressee(),
        notice.kind(),
        notice.reason(),
        notice.startsAt(),
        notice.items().stream().filter(item -> isSeen(item.item())).toList());
  }

  private @Nullable ConferenceHeld held(@Nullable ConferenceHeld held) {
    return held == null
        ? null
        : new ConferenceHeld(
            held.header(),
            held.conference(),
            held.session(),
            held.heldAt(),
            held.items().stream().filter(this::isSeen).toList(),
            held.participants());
  }
}
