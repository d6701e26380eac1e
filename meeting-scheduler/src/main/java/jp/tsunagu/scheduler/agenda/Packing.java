package jp.tsunagu.scheduler.agenda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills an empty sitting: by priority, each that still fits with everyone before it. */
record Packing(Timetable timetable, Conflicts conflicts) {

  /**
   * The sitting filled anew.
   *
   * @param entries in order of priority
   */
  Placement fill(List<Entry> entries) {
    int capacity = timetable.sitting().capacityMinutes();
    List<Entry> chosen = new ArrayList<>();
    List<Entry> noRoom = new ArrayList<>();
    List<Slot> slots = List.of();
    int minutes = 0;
    for (Entry entry : entries) {
      Optional<List<Slot>> laid =
          minutes + entry.minutes() > capacity ? Optional.empty() : laidWith(chosen, entry);
      if (laid.isPresent()) {
        slots = laid.get();
        chosen.add(entry);
        minutes += entry.minutes();
      } else {
        noRoom.add(entry);
      }
    }
    return new Placement(new Evasion(timetable, conflicts).improve(slots), noRoom);
  }

  private Optional<List<Slot>> laidWith(List<Entry> chosen, Entry entry) {
    List<Entry> all = new ArrayList<>(chosen);
    all.add(entry);
    return timetable.backToBack(Arrangement.of(all));
  }
}
