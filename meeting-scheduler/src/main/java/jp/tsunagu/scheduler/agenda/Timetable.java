package jp.tsunagu.scheduler.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives items their times within a sitting, and judges times that were given before. */
record Timetable(Sitting sitting, BreakRule breaks) {

  /**
   * The items one after the other from the beginning, with breaks; empty if that takes longer than
   * the sitting. Items that were all published before are never pushed out by a break.
   */
  Optional<List<Slot>> backToBack(List<Entry> order) {
    Optional<List<Slot>> withBreaks = laid(order, breaks);
    return withBreaks.isEmpty() && order.stream().allMatch(Entry::isKept)
        ? laid(order, BreakRule.none())
        : withBreaks;
  }

  private Optional<List<Slot>> laid(List<Entry> order, BreakRule rule) {
    List<Slot> slots = new ArrayList<>(order.size());
    Instant at = sitting.startsAt();
    int worked = 0;
    for (Entry entry : order) {
      int pause = rule.before(entry.minutes(), worked);
      worked = pause > 0 ? entry.minutes() : worked + entry.minutes();
      Slot slot = new Slot(entry, at.plus(Duration.ofMinutes(pause)));
      slots.add(slot);
      at = slot.end();
    }
    return at.isAfter(sitting.endsAt()) ? Optional.empty() : Optional.of(slots);
  }

  /**
   * Whether these slots, in order of time, are an agenda: within the hours, one item at a time,
   * lanes kept together in their order, breaks where they are due.
   */
  boolean isSound(List<Slot> slots) {
    Instant free = sitting.startsAt();
    int worked = 0;
    Optional<Lane> before = Optional.empty();
    for (Slot slot : slots) {
      if (slot.start().isBefore(free)
          || before.filter(lane -> lane.compareTo(slot.entry().lane()) > 0).isPresent()) {
        return false;
      }
      long gap = Duration.between(free, slot.start()).toMinutes();
      worked = gap > 0 && gap >= breaks.minutes() ? 0 : worked;
      if (breaks.before(slot.entry().minutes(), worked) > 0) {
        return false;
      }
      worked += slot.entry().minutes();
      free = slot.end();
      before = Optional.of(slot.entry().lane());
    }
    return !free.isAfter(sitting.endsAt());
  }
}
