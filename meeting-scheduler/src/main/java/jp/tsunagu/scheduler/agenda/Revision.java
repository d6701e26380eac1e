package jp.tsunagu.scheduler.agenda;

import static java.util.Comparator.comparingInt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Plans a sitting whose agenda is published: what stands there keeps its time, what is new takes
 * the gaps. Where that cannot be (an item changed its lane and finds no gap there, the hours were
 * shortened, the desk's position asks for another order) the sitting is filled anew in the old
 * order.
 */
record Revision(Timetable timetable, Conflicts conflicts) {

  /**
   * The sitting planned anew.
   *
   * @param entries in order of priority: what stands on the agenda first
   */
  Placement plan(List<Entry> entries) {
    List<Slot> standing =
        entries.stream().filter(this::stands).map(Revision::asBefore).sorted().toList();
    Optional<Placement> inPlace =
        standing.isEmpty() || !timetable.isSound(standing)
            ? Optional.empty()
            : inserted(standing, entries);
    return inPlace.orElseGet(() -> new Packing(timetable, conflicts).fill(entries));
  }

  private boolean stands(Entry entry) {
    return entry.isKept()
        && entry.isInItsLane()
        && !entry.earlierStart().isBefore(timetable.sitting().startsAt());
  }

  private static Slot asBefore(Entry entry) {
    return new Slot(entry, entry.earlierStart());
  }

  /** Empty if something published finds no place, or the desk's positions are not kept. */
  private Optional<Placement> inserted(List<Slot> standing, List<Entry> entries) {
    List<Slot> slots = standing;
    List<Entry> noRoom = new ArrayList<>();
    for (Entry entry : entries.stream().filter(entry -> !stands(entry)).toList()) {
      Optional<List<Slot>> larger = with(entry, slots);
      if (larger.isPresent()) {
        slots = larger.get();
      } else {
        noRoom.add(entry);
      }
    }
    boolean lost = noRoom.stream().anyMatch(Entry::isKept);
    return lost || !Arrangement.keepsPositions(slots.stream().map(Slot::entry).toList())
        ? Optional.empty()
        : Optional.of(new Placement(slots, noRoom));
  }

  /** Where fewest agencies are elsewhere, and there as early as can be. */
  private Optional<List<Slot>> with(Entry entry, List<Slot> slots) {
    return starts(slots).stream()
        .map(start -> new Slot(entry, start))
        .sorted(comparingInt((Slot slot) -> conflicts.count(slot)).thenComparing(Slot::start))
        .map(slot -> added(slots, slot))
        .filter(timetable::isSound)
        .findFirst();
  }

  private static List<Slot> added(List<Slot> slots, Slot slot) {
    List<Slot> larger = new ArrayList<>(slots);
    larger.add(slot);
    larger.sort(null);
    return larger;
  }

  /** The beginning, and the end of every item, with and without a break. */
  private SortedSet<Instant> starts(List<Slot> slots) {
    SortedSet<Instant> starts = new TreeSet<>();
    starts.add(timetable.sitting().startsAt());
    for (Slot slot : slots) {
      starts.add(slot.end());
      starts.add(slot.end().plus(Duration.ofMinutes(timetable.breaks().minutes())));
    }
    return starts;
  }
}
