package jp.tsunagu.scheduler.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingCommand.PlaceRequest;
import jp.tsunagu.contract.meeting.MeetingEvent.RequestPlaced;

/**
 * The order of a meeting's items as somebody wants it: the item placed last has its position, and
 * what was placed by hand before is where that leaves it.
 */
record DayOrder(Workbench bench) {

  /** Places the item, and names the places anew to which that moves others placed by hand. */
  void place(PlaceRequest command) {
    ItemRef item = command.item();
    Integer position = command.position();
    List<ItemRef> order = position == null ? List.of() : with(command, position);
    bench.happened(
        command.meetingId(), header -> new RequestPlaced(header, item, command.reason(), position));
    placedBefore(command).forEach((number, placed) -> follow(placed, order));
  }

  /** Whether it is on the agenda, or would be if that went out now. */
  boolean has(Meeting meeting, ItemRef item) {
    return now(meeting).contains(item);
  }

  private Meeting meeting(PlaceRequest command) {
    return bench.meeting(command.meetingId()).orElseThrow();
  }

  private List<ItemRef> with(PlaceRequest command, int position) {
    List<ItemRef> order = new ArrayList<>(now(meeting(command)));
    order.remove(command.item());
    order.add(Math.min(position - 1, order.size()), command.item());
    return order;
  }

  /** As it would go out now, or went out. */
  private List<ItemRef> now(Meeting meeting) {
    return entries(meeting).stream().map(AgendaEntry::item).toList();
  }

  private List<AgendaEntry> entries(Meeting meeting) {
    Optional<Group> group =
        Group.of(bench).stream().filter(each -> each.has(meeting.id())).findFirst();
    return meeting.isPublished() || group.isEmpty()
        ? meeting.entries()
        : Agendas.entries(Agendas.plan(bench, group.get(), bench.now()), meeting);
  }

  /** The others with a position, in the order in which they got it. */
  private Map<Long, RequestPlaced> placedBefore(PlaceRequest command) {
    Map<Long, RequestPlaced> before = new TreeMap<>();
    meeting(command).desk().byHand().values().stream()
        .filter(placed -> placed.position() != null && !placed.item().equals(command.item()))
        .forEach(placed -> before.put(placed.header().sequence(), placed));
    return before;
  }

  /** One that is to be last stays last. */
  private void follow(RequestPlaced placed, List<ItemRef> order) {
    Integer before = placed.position();
    int now = order.indexOf(placed.item()) + 1;
    if (before != null && now > 0 && before != now && before <= order.size()) {
      bench.happened(
          placed.header().meetingId(),
          header -> new RequestPlaced(header, placed.item(), placed.reason(), now));
    }
  }
}
