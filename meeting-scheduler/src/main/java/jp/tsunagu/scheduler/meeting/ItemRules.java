package jp.tsunagu.scheduler.meeting;

import static jp.tsunagu.scheduler.meeting.Objections.first;
import static jp.tsunagu.scheduler.meeting.Objections.unless;

import java.util.Optional;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MeetingItem.ItemStage;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingCommand.CallMeeting;
import jp.tsunagu.contract.meeting.MeetingRefusal;
import jp.tsunagu.scheduler.meeting.Meeting.Stage;

/** What must hold for an item (案件) that is to stand on an agenda; the first objection counts. */
record ItemRules(Workbench bench) {

  /** Each of them by this body, and on no other agenda. */
  Optional<MeetingRefusal> canAllBeHeard(CallMeeting command) {
    ConferenceKind kind = bench.city().body(command.header().bodyId()).orElseThrow().conference();
    return command.items().stream()
        .flatMap(item -> canBeHeard(item, kind).or(() -> isNowhere(item)).stream())
        .findFirst();
  }

  Optional<MeetingRefusal> canBeHeard(ItemRef ref, ConferenceKind kind) {
    Optional<MeetingItem> item = bench.known().item(ref);
    if (item.isEmpty()) {
      return Optional.of(MeetingRefusal.REQUEST_UNKNOWN);
    }
    return first(
        () -> unless(item.get().stage() == ItemStage.OPEN, MeetingRefusal.REQUEST_NOT_OPEN),
        () -> unless(item.get().conference() == kind, MeetingRefusal.CONFERENCE_WRONG));
  }

  Optional<MeetingRefusal> isNowhere(ItemRef ref) {
    return unless(
        bench.meetings().all().stream().noneMatch(meeting -> isOnAgendaOf(meeting, ref)),
        MeetingRefusal.ON_ANOTHER_AGENDA);
  }

  static boolean isOnAgendaOf(Meeting meeting, ItemRef ref) {
    boolean called = meeting.stage() == Stage.OPEN && meeting.desk().calledFor().contains(ref);
    return called || (meeting.isPublished() && meeting.entry(ref).isPresent());
  }

  Optional<MeetingRefusal> isNotHere(MeetingId id, ItemRef item) {
    return unless(
        bench.meeting(id).filter(meeting -> isOnAgendaOf(meeting, item)).isEmpty(),
        MeetingRefusal.ALREADY_ON_AGENDA);
  }
}
