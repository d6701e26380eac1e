package jp.tsunagu.scheduler.agenda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Moves items within their lane as long as that leaves fewer agencies in two meetings at one time;
 * 緊急 stays first, the desk's positions and what was published before stay.
 */
record Evasion(Timetable timetable, Conflicts conflicts) {

  List<Slot> improve(List<Slot> slots) {
    List<Slot> best = slots;
    Optional<List<Slot>> better = better(best);
    while (better.isPresent()) {
      best = better.get();
      better = better(best);
    }
    return best;
  }

  /** The first single move that leaves fewer conflicts. */
  private Optional<List<Slot>> better(List<Slot> slots) {
    int now = conflicts.count(slots);
    for (int from = 0; now > 0 && from < slots.size(); from++) {
      for (int to = 0; to < slots.size(); to++) {
        Optional<List<Slot>> moved =
            moved(slots, from, to).filter(other -> conflicts.count(other) < now);
        if (moved.isPresent()) {
          return moved;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<List<Slot>> moved(List<Slot> slots, int from, int to) {
    if (from == to || !mayPass(slots, from, to)) {
      return Optional.empty();
    }
    List<Entry> order = new ArrayList<>(slots.stream().map(Slot::entry).toList());
    order.add(to, order.remove(from));
    return Arrangement.keepsPositions(order) ? timetable.backToBack(order) : Optional.empty();
  }

  /** Every item it passes is of its own lane and class. */
  private static boolean mayPass(List<Slot> slots, int from, int to) {
    Entry entry = slots.get(from).entry();
    return isFree(entry)
        && slots.subList(Math.min(from, to), Math.max(from, to) + 1).stream()
            .map(Slot::entry)
            .allMatch(other -> isOfOneClass(entry, other));
  }

  private static boolean isFree(Entry entry) {
    return !entry.isKept() && entry.wishedPosition() == null;
  }

  private static boolean isOfOneClass(Entry entry, Entry other) {
    return entry.lane().equals(other.lane())
        && (other.wishedPosition() != null || Arrangement.rank(entry) == Arrangement.rank(other));
  }
}
