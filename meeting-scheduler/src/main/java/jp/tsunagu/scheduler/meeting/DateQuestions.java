package jp.tsunagu.scheduler.meeting;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.AskForDates;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.meeting.ItemRef;

/**
 * 日程調整: of every item of a meeting whose day is still to be chosen, the gateway is told the
 * candidates, and asks whoever would be invited. It goes out with the event that proposes them, so
 * that neither is there without the other.
 */
record DateQuestions(Workbench bench) {

  private static final Comparator<ItemRef> BY_ID =
      Comparator.comparing((ItemRef item) -> item.caseId().toString())
          .thenComparing(item -> item.requestId().toString());

  /** The items of a meeting without an agenda, as far as it is known now. */
  static Set<ItemRef> itemsOf(Meeting meeting) {
    Set<ItemRef> items = new LinkedHashSet<>(meeting.desk().calledFor());
    meeting.desk().byHand().keySet().stream().sorted(BY_ID).forEach(items::add);
    meeting.desk().admitted().keySet().stream().sorted(BY_ID).forEach(items::add);
    items.removeAll(meeting.desk().takenOff());
    return items;
  }

  /** Asks about all its items. */
  void ask(MeetingId id) {
    Meeting meeting = bench.meeting(id).orElseThrow();
    ask(meeting, itemsOf(meeting));
  }

  /** Asks about one that came to it, if its day is being sought. */
  void ask(MeetingId id, ItemRef item) {
    Meeting meeting = bench.meeting(id).orElseThrow();
    if (meeting.isSeekingItsDay()) {
      ask(meeting, List.of(item));
    }
  }

  private void ask(Meeting meeting, Collection<ItemRef> items) {
    for (ItemRef item : items) {
      wish(meeting, item, meeting.day().candidates());
    }
  }

  /** The meeting is not held: nobody need answer any more. */
  void takeBack(Meeting meeting) {
    for (ItemRef item : itemsOf(meeting)) {
      takeBack(meeting, item);
    }
  }

  /** The item leaves it. */
  void takeBack(Meeting meeting, ItemRef item) {
    if (meeting.isSeekingItsDay()) {
      wish(meeting, item, List.of());
    }
  }

  private void wish(Meeting meeting, ItemRef item, List<Instant> candidates) {
    if (bench.known().item(item).filter(DateQuestions::isOpen).isPresent()) {
      bench.ask(
          new AskForDates(
              bench.wish(item, meeting.id(), "dates", meeting.sequence(), candidates.isEmpty()),
              item.requestId(),
              meeting.id(),
              meeting.organiser(),
              candidates,
              meeting.day().minutes()));
    }
  }

  private static boolean isOpen(MeetingItem item) {
    return item.stage() == MeetingItem.ItemStage.OPEN;
  }
}
