package jp.tsunagu.scheduler.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.CarriedEntry;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingEvent;
import jp.tsunagu.contract.meeting.MeetingEvent.AgendaIssued;
import jp.tsunagu.contract.meeting.MeetingEvent.ConferenceHeld;
import jp.tsunagu.contract.meeting.MeetingEvent.ItemSettled;
import jp.tsunagu.contract.meeting.MeetingEvent.MeetingCalled;
import jp.tsunagu.contract.meeting.MeetingEvent.RequestPlaced;
import jp.tsunagu.contract.wording.MeetingEventWords;
import jp.tsunagu.scheduler.meeting.Meeting.Stage;
import org.jspecify.annotations.Nullable;

/** A meeting while one event is applied to it. */
final class MeetingDraft {

  private final MeetingId id;
  private final long sequence;
  private final ConferenceKind conference;
  private final SessionKind session;
  private final AgencyId organiser;
  private final int minutes;
  private final List<ItemRef> calledFor;
  @Nullable Instant startsAt;
  List<Instant> candidates = List.of();
  @Nullable Instant closing;
  final Map<ItemRef, String> admitted = new HashMap<>();
  final Map<ItemRef, RequestPlaced> byHand = new HashMap<>();
  final Set<ItemRef> takenOff = new HashSet<>();
  final Map<ItemRef, Set<AgencyId>> named = new HashMap<>();
  final List<MeetingEvent> latest = new ArrayList<>();
  Stage stage = Stage.OPEN;
  int revision;
  List<AgendaEntry> entries = List.of();
  final List<AgendaIssued> issues = new ArrayList<>();
  final SequencedMap<ItemRef, CarriedEntry> carried = new LinkedHashMap<>();
  final SequencedMap<UUID, NoticeState> notices = new LinkedHashMap<>();
  @Nullable ConferenceHeld held;
  final Map<ItemRef, ItemSettled> settled = new HashMap<>();
  final Set<ItemRef> reminded = new LinkedHashSet<>();
  boolean minutesComplete;

  MeetingDraft(MeetingCalled called) {
    id = called.header().meetingId();
    sequence = called.header().sequence();
    conference = called.conference();
    session = called.session();
    organiser = called.organiser();
    minutes = called.minutes();
    calledFor = called.items();
    startsAt = called.startsAt();
  }

  MeetingDraft(Meeting meeting, long sequence) {
    id = meeting.id();
    this.sequence = sequence;
    conference = meeting.conference();
    session = meeting.session();
    organiser = meeting.organiser();
    minutes = meeting.day().minutes();
    calledFor = meeting.desk().calledFor();
    startsAt = meeting.startsAt();
    candidates = meeting.day().candidates();
    closing = meeting.desk().closing();
    admitted.putAll(meeting.desk().admitted());
    byHand.putAll(meeting.desk().byHand());
    takenOff.addAll(meeting.desk().takenOff());
    named.putAll(meeting.desk().named());
    latest.addAll(meeting.desk().latest());
    stage = meeting.stage();
    revision = meeting.revision();
    entries = meeting.entries();
    issues.addAll(meeting.agenda().issues());
    carried.putAll(meeting.agenda().carried());
    notices.putAll(meeting.notices());
    held = meeting.held();
    settled.putAll(meeting.outcome().settled());
    reminded.addAll(meeting.outcome().reminded());
    minutesComplete = meeting.outcome().minutesComplete();
  }

  void name(ItemRef item, Set<AgencyId> agencies) {
    Set<AgencyId> all = new HashSet<>(named.getOrDefault(item, Set.of()));
    all.addAll(agencies);
    named.put(item, Set.copyOf(all));
  }

  /** What a person did is remembered a while. */
  void remember(MeetingEvent event) {
    if (!event.header().by().actor().equals(AgencyId.SCHEDULER)
        && MeetingEventWords.done(event).isPresent()) {
      latest.add(event);
      if (latest.size() > Meeting.DeskWord.REMEMBERED) {
        latest.removeFirst();
      }
    }
  }

  void delivery(UUID noticeId, NoticeState.Delivery next) {
    notices.computeIfPresent(noticeId, (_, notice) -> notice.now(next));
  }

  Meeting toMeeting() {
    return new Meeting(
        id,
        sequence,
        new Meeting.Nature(conference, session, organiser),
        new Meeting.Day(startsAt, minutes, candidates),
        new Meeting.DeskWord(calledFor, closing, admitted, byHand, takenOff, named, latest),
        stage,
        new Meeting.Agenda(revision, entries, issues, carried, notices),
        new Meeting.Outcome(held, settled, reminded, minutesComplete));
  }
}
